import type { Mark } from '../../projections/scene/scene.ts';
import { stageWords } from '../../projections/words/stageWords.ts';
import { itemColour } from '../theme/itemColour.ts';

/** A record as it looks everywhere: colour by item, shape by kind, dashed ring when seen before. */
export function MarkGlyph(props: {
  mark: Pick<Mark, 'item' | 'kind'> & Partial<Pick<Mark, 'label' | 'duplicate' | 'state'>>;
  /** Side of the square it stands in, pixels. */
  size?: number;
  /** Said to screen readers; without it the glyph is decoration. */
  title?: string;
}) {
  const { mark, size = 16, title } = props;
  const name = title ?? (mark.label === undefined ? '' : markName(mark));
  return (
    <svg
      className="mark-glyph"
      width={size}
      height={size}
      viewBox="-10 -10 20 20"
      role={name === '' ? 'presentation' : 'img'}
      aria-label={name === '' ? undefined : name}
      aria-hidden={name === ''}
      style={{ color: itemColour(mark.item) }}
    >
      <MarkShape kind={mark.kind} />
      {mark.duplicate === true && <circle className="mark-duplicate" r="9" />}
      {mark.state === 'failing' && <circle className="mark-failing" r="9" />}
    </svg>
  );
}

/** Circle INSERT, diamond MODIFY, crossed square REMOVE. */
function MarkShape({ kind }: { kind: number }) {
  if (kind === 1) return <circle r="5.5" fill="currentColor" />;
  if (kind === 2) return <path d="M0-6.8 6.8 0 0 6.8-6.8 0Z" fill="currentColor" />;
  return (
    <path
      d="M-5-5H5V5H-5ZM-2.6-2.6 2.6 2.6M2.6-2.6-2.6 2.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
    />
  );
}

/** `order#13, MODIFY, keeps failing` */
export function markName(
  mark: Pick<Mark, 'kind'> & Partial<Pick<Mark, 'label' | 'duplicate' | 'state'>>,
): string {
  const parts = [mark.label ?? '', stageWords.kinds[mark.kind] ?? ''];
  if (mark.state !== undefined) parts.push(stageWords.markStates[mark.state]);
  if (mark.duplicate === true) parts.push(stageWords.duplicate);
  return parts.filter((p) => p !== '').join(', ');
}
