import type { IteratorList } from '../../../projections/figures/figure.ts';
import { labActions } from '../../../runtime/page/useLab.ts';
import { TokenFace } from '../../stage/cards/TokenFlag.tsx';
import { figureWords as words } from '../../words/figures.ts';

/** Who reads, each with its iterator as a token that grows old; why it is of no use any more. */
export function IteratorsFigure({ iterators }: { iterators: IteratorList }) {
  if (iterators.rows.length === 0) return null;
  return (
    <>
      <ul className="iterators">
        {iterators.rows.map((row) => (
          <Iterator key={`${row.shard} ${row.reader}`} row={row} />
        ))}
      </ul>
      {iterators.more > 0 && <p className="muted">{words.moreAttributes(iterators.more)}</p>}
    </>
  );
}

function Iterator({ row }: { row: IteratorList['rows'][number] }) {
  const { shard, shardLabel, reader, byClient, iteratorType, position, state, why } = row;
  return (
    <li className={`iterator token-${state}${byClient ? '' : ' is-renewed'}`}>
      <TokenFace part={row.leftPart} crossed={state === 'expired'} />
      <span>
        {reader} <span className="mono">{iteratorType}</span>
      </span>
      <button
        type="button"
        className="link mono"
        onClick={() => labActions.select({ kind: 'shard', shard })}
      >
        {shardLabel}
      </button>
      <span className="iterator-place">{position}</span>
      <span className="iterator-age">
        {byClient ? words.iteratorAge(row.age, state === 'valid' ? row.left : '') : row.age}
        {byClient && state !== 'valid' && <strong> {row.left}</strong>}
      </span>
      {byClient && (
        <span className="iterator-life" aria-hidden="true">
          <span style={{ width: `${row.leftPart * 100}%` }} />
        </span>
      )}
      {why !== '' && <span className="iterator-why">{why}</span>}
    </li>
  );
}
