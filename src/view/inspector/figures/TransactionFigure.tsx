import type { TransactionParts } from '../../../projections/figures/figure.ts';
import { labActions } from '../../../runtime/page/useLab.ts';
import { MarkGlyph } from '../../parts/MarkGlyph.tsx';
import { figureWords as words } from '../../words/figures.ts';

/** A transaction's parts, one under the other on a thread, each with where it stands for each reader. */
export function TransactionFigure({ transaction }: { transaction: TransactionParts }) {
  return (
    <>
      {transaction.torn && <p className="torn-now">{words.tornNow}</p>}
      <ol className={transaction.torn ? 'parts is-torn' : 'parts'}>
        {transaction.parts.map((part) => (
          <Part key={part.change} part={part} />
        ))}
      </ol>
    </>
  );
}

function Part({ part }: { part: TransactionParts['parts'][number] }) {
  const { change, label, shardLabel, selected, readers } = part;
  return (
    <li className={selected ? 'part is-selected' : 'part'}>
      <MarkGlyph mark={part} />
      <button
        type="button"
        className="link mono"
        onClick={() => labActions.select({ kind: 'record', change })}
      >
        {label}
      </button>
      <span className="muted">{shardLabel === '' ? words.noStream : shardLabel}</span>
      <ul className="part-readers">
        {readers.map(({ reader, state }) => (
          <li key={reader} className={`part-reader part-${state}`}>
            <span aria-hidden="true">{words.partSigns[state]}</span> {reader}:{' '}
            {words.partStates[state]}
          </li>
        ))}
      </ul>
    </li>
  );
}
