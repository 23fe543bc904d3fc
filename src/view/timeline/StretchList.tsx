import { useEffect, useState } from 'react';
import type { Span } from '../../projections/timeline/axis.ts';
import {
  type LanePicture,
  SAMPLE_PX,
  type TimelineAnswer,
} from '../../projections/timeline/timelineAnswer.ts';
import type { LinesBetween } from '../../runtime/page/labStore.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { timelineWords as words } from '../words/timeline.ts';
import { PlotTable } from './plots/PlotTable.tsx';
import { feed } from './timelineFeed.ts';
import { useTimeline } from './timelineView.ts';

const MOST_LINES = 200;
/** Room for so many samples of the plots as a table holds. */
const TABLE_SAMPLES = 12;

interface Facts {
  span: Span;
  answer: TimelineAnswer | null;
  log: LinesBetween;
  metrics: TimelineAnswer['metrics'];
}

/** What a stretch of time holds, lane by lane, and what the log says of it: for those who cannot see lanes. */
export default function StretchList({ onClose }: { onClose: () => void }) {
  const brush = useTimeline((view) => view.brush);
  const now = useLab((lab) => lab.scene?.at ?? 0);
  const startAtMs = useLab((lab) => lab.startAtMs);
  const [facts, setFacts] = useState<Facts | null>(null);
  useEffect(() => {
    const span = brush ?? shownWithoutMargin(feed.answer);
    let isOver = false;
    void factsOf(span, now).then((found) => {
      if (!isOver) setFacts(found);
    });
    return () => {
      isOver = true;
    };
  }, [brush, now]);
  if (facts === null) return null;
  const line = (at: number): string => clockLine(startAtMs, Math.max(0, at));
  return (
    <Sheet title={words.listTitleOf(line(facts.span.from), line(facts.span.to))} onClose={onClose}>
      <table className="stretch-lanes">
        <thead>
          <tr>
            <th scope="col">{words.lane}</th>
            <th scope="col">{words.happened}</th>
          </tr>
        </thead>
        <tbody>
          {(facts.answer?.lanes ?? []).filter(isItself).map((lane) => (
            <tr key={lane.id}>
              <th scope="row">{lane.name}</th>
              <td>{happenedIn(lane)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {facts.metrics !== null && <PlotTable {...facts.metrics} />}
      <h3 className="stretch-title">{words.linesOf}</h3>
      <ol className="stretch-lines">
        {facts.log.lines.map(({ entry, at, text, tone }) => (
          <li key={entry}>
            <button type="button" className="stretch-line" onClick={() => void labActions.seek(at)}>
              <span className="mono muted">{line(at)}</span>
              <span className={tone === 'bad' ? 'tone-bad' : ''}>{text}</span>
            </button>
          </li>
        ))}
      </ol>
      {facts.log.more && <p className="muted">{words.moreLines}</p>}
    </Sheet>
  );
}

/** Each past shard has a row of its own; very many readers have not. */
const isItself = ({ kind, standsFor }: LanePicture): boolean =>
  kind === 'reader' || standsFor === 0;

function happenedIn(lane: LanePicture): string {
  const parts = [lane.bars, lane.ticks, ...lane.marks]
    .filter((part) => part !== null && part.total > 0)
    .map((part) => words.counted(part!.event, part!.total));
  return parts.length === 0 ? words.nothing : parts.join(', ');
}

function shownWithoutMargin(answer: TimelineAnswer | null): Span {
  if (answer === null) return { from: 0, to: 1 };
  const { from, span, follows } = useTimeline.getState();
  if (!follows) return { from, to: from + span };
  const margin = (answer.to - answer.from) / 6;
  return { from: answer.from + margin, to: answer.to - margin };
}

async function factsOf(span: Span, now: number): Promise<Facts> {
  const { readersOf } = useTimeline.getState();
  const flat = { fold: false, unfolded: [], present: now, eachPast: true, readersOf };
  const [answer, samples, log] = await Promise.all([
    labActions.timeline({ ...span, ...flat, width: 600, metrics: false }),
    labActions.timeline({ ...span, ...flat, width: TABLE_SAMPLES * SAMPLE_PX, metrics: true }),
    labActions.logBetween(span.from, Math.min(span.to, now + 1), MOST_LINES),
  ]);
  return { span, answer, metrics: samples?.metrics ?? null, log };
}
