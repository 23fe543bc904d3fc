import type { Mark } from '../../../../projections/scene/scene.ts';
import { labActions } from '../../../../runtime/page/useLab.ts';
import { MarkGlyph, markName } from '../../../parts/MarkGlyph.tsx';

/** Records side by side; each can be selected. */
export function MarkRow(props: { marks: readonly Mark[]; total?: number; names?: boolean }) {
  const { marks, total = marks.length, names = false } = props;
  return (
    <span className="mark-row">
      {marks.map((mark, i) => (
        <button
          type="button"
          key={`${mark.change} ${i}`}
          className="mark-button"
          aria-label={markName(mark)}
          title={markName(mark)}
          onClick={() => labActions.select({ kind: 'record', change: mark.change })}
        >
          <MarkGlyph mark={{ ...mark, label: '' }} title="" size={16} />
          {names && <span>{mark.label}</span>}
        </button>
      ))}
      {total > marks.length && <span className="muted">+{total - marks.length}</span>}
    </span>
  );
}
