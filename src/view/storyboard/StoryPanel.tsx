import type { Card, Flight } from '../../projections/scene/scene.ts';
import { spanText } from '../../projections/spanText.ts';
import { partDone, placeName, type StoryStep } from '../../projections/storyboard.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockText } from '../parts/clockText.ts';
import { MarkGlyph, markName } from '../parts/MarkGlyph.tsx';
import { storyboardWords as words } from '../words/storyboard.ts';

/** Records drawn on a way; how many more there are is said. */
const MOST_MARKS = 5;

interface Props {
  step: StoryStep;
  /** The playhead, microseconds. */
  at: number;
  cards: readonly Card[];
  isLast: boolean;
}

/** One step: its number and instant, its sentence, and what it set on its way, from where to where. */
export function StoryPanel({ step, at, cards, isLast }: Props) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const { line, flight, entry } = step;
  const { time } = clockText(startAtMs, step.at);
  const about = line?.about ?? aboutFlight(flight);
  const text = line?.text ?? (flight === null ? '' : words.leaves(nameOf(flight), flight.total));
  return (
    <li className="board-step" aria-current={isLast ? 'step' : undefined}>
      <p className="board-head">
        <span className="board-number">{words.number(entry)}</span>
        <time className="mono">{time}</time>
      </p>
      {flight !== null && <Way flight={flight} at={at} cards={cards} />}
      {about === null ? (
        <p className={`board-text tone-${line?.tone ?? 'plain'}`}>{text}</p>
      ) : (
        <button
          type="button"
          className={`board-text board-button tone-${line?.tone ?? 'plain'}`}
          onClick={() => labActions.select(about)}
        >
          {text}
        </button>
      )}
    </li>
  );
}

/** From where to where, with the records where they are on the way. */
function Way({ flight, at, cards }: { flight: Flight; at: number; cards: readonly Card[] }) {
  const from = placeName(flight.from, cards);
  const to = placeName(flight.to, cards);
  const part = partDone(flight, at);
  const span = spanText((flight.arriveAt - flight.departAt) / 1_000);
  const shown = flight.marks.slice(0, MOST_MARKS);
  const more = flight.total - shown.length;
  const said = words.way({
    what: nameOf(flight),
    from: [from.card, from.lane].filter(Boolean).join(', '),
    to: [to.card, to.lane].filter(Boolean).join(', '),
    span,
    part,
  });
  return (
    <div className="board-way" role="img" aria-label={said} title={said}>
      <Place {...from} />
      <span className="board-line">
        <span className={part < 1 ? 'board-marks' : 'board-marks is-there'}>
          {shown.map((mark, i) => (
            <MarkGlyph key={i} mark={{ ...mark, label: '' }} title="" size={15} />
          ))}
          {more > 0 && <span className="board-more">+{more}</span>}
        </span>
        <span className="board-span">{part < 1 ? words.under(span) : span}</span>
      </span>
      <Place {...to} />
    </div>
  );
}

const Place = ({ card, lane }: { card: string; lane: string }) => (
  <span className="board-place">
    <span className="board-card">{card}</span>
    {lane !== '' && <span className="board-lane">{lane}</span>}
  </span>
);

function nameOf({ marks, total, note }: Flight): string {
  const first = marks[0];
  const what =
    total > 1
      ? words.records(total)
      : first === undefined
        ? words.records(total)
        : markName({ kind: first.kind, label: first.label, duplicate: first.duplicate });
  return note === undefined ? what : `${what} (${note})`;
}

function aboutFlight(flight: Flight | null) {
  const change = flight?.marks[0]?.change ?? -1;
  return change < 0 ? null : ({ kind: 'record', change } as const);
}
