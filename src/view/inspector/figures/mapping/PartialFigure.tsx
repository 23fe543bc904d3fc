import type { PartialFailure } from '../../../../projections/figures/mapping/shapes.ts';
import { labActions } from '../../../../runtime/page/useLab.ts';
import { MarkGlyph } from '../../../parts/MarkGlyph.tsx';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

/** The batch in order; the checkpoint stands before the lowest record that was reported. */
export function PartialFigure({ partial }: { partial: PartialFailure }) {
  return (
    <div className="partial">
      <ol className="partial-cells">
        {partial.cells.map(({ mark, state }, i) => (
          <li key={`${mark.change} ${i}`} className={`partial-cell is-${state}`}>
            <button
              type="button"
              className="mark-button"
              title={words.partialCell(mark.label, state)}
              aria-label={words.partialCell(mark.label, state)}
              onClick={() => labActions.select({ kind: 'record', change: mark.change })}
            >
              <MarkGlyph mark={{ ...mark, label: '' }} title="" size={16} />
            </button>
          </li>
        ))}
        {partial.more > 0 && <li className="muted">{words.more(partial.more)}</li>}
      </ol>
      <p className="partial-key">
        <span className="is-done">{words.partialDone}</span>
        <span className="is-checkpoint">{words.checkpoint(partial.checkpoint)}</span>
        <span className="is-again">{words.partialAgain}</span>
      </p>
    </div>
  );
}
