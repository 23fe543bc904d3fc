import { flagWords } from '../../../projections/geometry/cardBox.ts';
import { FACE, sector } from '../../../projections/geometry/ring.ts';
import type { IteratorToken } from '../../../projections/scene/scene.ts';
import { spanText } from '../../../projections/spanText.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { useStage } from '../stageContext.ts';

/** An iterator in a client's hands: a token whose face empties until it expires. */
export function TokenFlag(props: {
  token: IteratorToken;
  shard: number;
  top: number;
  x: number;
  width: number;
}) {
  const { token, shard, top, x, width } = props;
  const { onSelect } = useStage();
  const { iteratorType, state, leftMs, ageMs } = token;
  const span = spanText(state === 'valid' ? leftMs : 0);
  const said = state === 'valid' ? words.tokenLeft(span) : words.tokenStates[state];
  const full = words.token(iteratorType, said, token.waiting);
  const texts = [`${words.client} · ${iteratorType} · ${said}`, `${iteratorType} · ${said}`, said];
  const { text, side, room } = flagWords(x, texts, width);
  const onLeft = side === 'left';
  return (
    <button
      type="button"
      className={`flag token token-${state}${onLeft ? ' on-left' : ''}`}
      style={onLeft ? { top, right: width - x - 6 } : { top, left: x - 6 }}
      aria-label={full}
      title={full}
      onClick={() => onSelect({ kind: 'shard', shard })}
    >
      <TokenFace
        part={state === 'valid' ? leftMs / (leftMs + ageMs) : 0}
        crossed={state === 'expired'}
      />
      <span className="flag-words" style={{ maxWidth: room }}>
        {text}
      </span>
    </button>
  );
}

/** How much of its life is left, as a part of a round face; crossed out when none is. */
export function TokenFace({ part, crossed }: { part: number; crossed: boolean }) {
  return (
    <svg className="token-face" width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
      <circle r={FACE} fill="none" stroke="currentColor" strokeWidth="1.3" />
      {part > 0 && <path d={sector(part)} fill="currentColor" />}
      {crossed && (
        <path d="M-3.4-3.4 3.4 3.4M3.4-3.4-3.4 3.4" stroke="currentColor" strokeWidth="1.3" />
      )}
    </svg>
  );
}
