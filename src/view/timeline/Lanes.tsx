import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Selection } from '../../projections/scene/scene.ts';
import type { LanePicture } from '../../projections/timeline/timelineAnswer.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { toggleSheet } from '../panels.ts';
import { clockLine } from '../parts/clockText.ts';
import { timelineWords as words } from '../words/timeline.ts';
import { AxisDrag } from './AxisDrag.tsx';
import { BrushBar } from './BrushBar.tsx';
import { brushMovedBy } from './brush.ts';
import { LaneName } from './LaneName.tsx';
import { LANE_HEIGHT } from './lanePainter.ts';
import { feed } from './timelineFeed.ts';
import { TimelineLoop } from './timelineLoop.ts';
import { type TipText, tipOf, widthText } from './timelineTip.ts';
import { togglePast, toggleReaders, useTimeline } from './timelineView.ts';
import { aboutEvent, moveBy, unfold, usePointers, zoomBy } from './usePointers.ts';

interface Tip extends TipText {
  x: number;
  y: number;
}

/** The axis, and below it, when they are shown, the lanes with their names beside them. */
export function Lanes(props: { loop: RefObject<TimelineLoop | null>; areShown: boolean }) {
  const { loop, areShown } = props;
  const axis = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<HTMLUListElement>(null);
  const lanes = useLaneNames();
  const [tip, setTip] = useState<Tip | null>(null);
  const [chosen, setChosen] = useState(0);
  const [said, setSaid] = useState('');
  const startAtMs = useLab((lab) => lab.startAtMs);

  useEffect(() => {
    const own = new TimelineLoop(axis.current!, canvas.current!);
    loop.current = own;
    return () => {
      own.end();
      loop.current = null;
    };
  }, [loop]);

  // A mapping whose readers are to be seen stands on top, and they below it.
  const opened = useTimeline((view) => view.opened);
  useEffect(() => {
    const first = lanes.findIndex(({ id }) => id.startsWith(`reader:${opened}:`));
    if (opened === null || first < 0) return;
    names.current!.parentElement!.scrollTop = (first - 1) * LANE_HEIGHT;
    useTimeline.setState({ opened: null });
  }, [opened, lanes]);

  const wanted = useTimeline((view) => view.wanted);
  useEffect(() => {
    const place = lanes.findIndex(({ id }) => id === wanted);
    if (place < 0) return;
    setChosen(place);
    names.current?.children[place]?.scrollIntoView({ block: 'nearest' });
    useTimeline.setState({ wanted: null });
  }, [wanted, lanes]);

  const pointers = usePointers(loop, canvas, (point) => {
    if (point?.hit) setTip({ ...tipOf(point.hit, startAtMs), x: point.x, y: point.y });
    else setTip(point === null ? null : foldTip(loop.current, point.x, point.y));
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const lane = lanes[chosen];
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      const next = chosen + (event.key === 'ArrowDown' ? 1 : -1);
      const place = Math.min(lanes.length - 1, Math.max(0, next));
      setChosen(place);
      setSaid(lanes[place]?.name ?? '');
      names.current?.children[place]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && lane?.kind === 'shard' && lane.standsFor > 0) {
      togglePast();
      setSaid(words.pastSaid(!useTimeline.getState().eachPast));
    } else if (event.key === 'r' && lane?.kind === 'mapping') {
      setSaid(words.readersSaid(lane.name, toggleReaders(lane.number)));
    } else if (event.key === 'Enter' && lane !== undefined) {
      const at = goOnIn(lane);
      setSaid(
        at === null ? words.nothingAfter(lane.name) : `${lane.name}, ${clockLine(startAtMs, at)}`,
      );
    } else if (loop.current === null || !viewKey(event, loop.current)) return;
    event.preventDefault();
  };

  return (
    <div className="timeline-lanes">
      <div className="lanes-corner" />
      <AxisDrag canvas={axis} loop={loop} />
      <div className="lanes-scroll" hidden={!areShown}>
        <ul ref={names} className="timeline-names" aria-label={words.lanes}>
          {lanes.map((lane, i) => (
            <LaneName key={lane.id} lane={lane} isChosen={i === chosen} />
          ))}
        </ul>
        <div
          className="lanes-canvas"
          role="application"
          aria-label={words.canvas(
            clockLine(startAtMs, Math.max(0, loop.current?.shown().from ?? 0)),
            widthText(widthOf(loop.current)),
          )}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved and zoomed by keys
          tabIndex={0}
          onKeyDown={onKeyDown}
          {...pointers}
        >
          <canvas ref={canvas} />
        </div>
      </div>
      {tip !== null && <TimelineTip {...tip} />}
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <BrushBar loop={loop} />
    </div>
  );
}

function TimelineTip({ title, detail, x, y }: Tip) {
  return (
    <div className="timeline-tip" role="presentation" style={{ left: x, top: y }}>
      <p>{title}</p>
      <p className="muted mono">{detail}</p>
    </div>
  );
}

/** The lanes of the last answer; a new list only when they are others. */
function useLaneNames(): LanePicture[] {
  const [lanes, setLanes] = useState<LanePicture[]>(feed.answer?.lanes ?? []);
  useEffect(
    () =>
      feed.onAnswer(() => {
        const now = feed.answer?.lanes ?? [];
        setLanes((before) =>
          before.length === now.length &&
          before.every(({ id, name }, i) => id === now[i]!.id && name === now[i]!.name)
            ? before
            : now,
        );
      }),
    [],
  );
  return lanes;
}

const widthOf = (loop: TimelineLoop | null): number => {
  const shown = loop?.shown() ?? { from: 0, to: 0 };
  return shown.to - shown.from;
};

function foldTip(loop: TimelineLoop | null, x: number, y: number): Tip | null {
  const fold = loop?.axis.folds.find(({ left, right }) => x >= left && x <= right);
  if (fold === undefined) return null;
  return { title: words.unfold(widthText(fold.to - fold.from)), detail: '', x, y };
}

/** To the lane's next event after the present that is shown. @returns its instant, or null where there is none. */
function goOnIn(lane: LanePicture): number | null {
  const { now } = useLab.getState();
  const fresh = feed.answer?.lanes.find(({ id }) => id === lane.id) ?? lane;
  const instants = [
    ...(fresh.ticks?.each?.at ?? []),
    ...(fresh.bars?.each?.from ?? []),
    ...fresh.marks.flatMap(({ at }) => [...at]),
  ];
  const next = Math.min(...instants.filter((at) => at > now));
  const found = Number.isFinite(next);
  if (found) void labActions.seek(next);
  const about = found ? aboutInstant(fresh, next) : fresh.about;
  if (about !== null) labActions.select(about);
  return found ? next : null;
}

/** The record, the batch or whatever else a lane shows at an instant; the lane's own where it shows no more. */
function aboutInstant(lane: LanePicture, at: number): Selection | null {
  const { ticks, bars } = lane;
  const tick = ticks?.each?.at.indexOf(at) ?? -1;
  if (tick >= 0 && ticks!.event === 'record')
    return { kind: 'record', change: ticks!.each!.change[tick]! };
  const bar = bars?.each?.from.indexOf(at) ?? -1;
  return bar < 0 ? lane.about : aboutEvent(lane, bars!.event, bars!.each!.ref[bar]!);
}

/** Chooses a stretch from the present on, or moves the end of the one that is chosen. */
function brushBy(us: number): void {
  const begun = useLab.getState().now;
  useTimeline.setState(({ brush }) => ({ brush: brushMovedBy(brush, begun, us) }));
}

/** Unfolds the folded stretch that is nearest to the present. @returns whether there was one. */
function unfoldNearest(loop: TimelineLoop): boolean {
  const present = loop.axis.xOf(useLab.getState().now);
  const away = ({ left, right }: { left: number; right: number }): number =>
    Math.abs((left + right) / 2 - present);
  const nearest = loop.axis.folds.toSorted((a, b) => away(a) - away(b))[0];
  if (nearest !== undefined) unfold(nearest);
  return nearest !== undefined;
}

function viewKey(event: KeyboardEvent, loop: TimelineLoop): boolean {
  const width = widthOf(loop);
  switch (event.key) {
    case '+':
    case '=':
      zoomBy(loop, 0.5, 0.5);
      return true;
    case '-':
    case '_':
      zoomBy(loop, 2, 0.5);
      return true;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const by = (event.key === 'ArrowLeft' ? -width : width) / (event.shiftKey ? 20 : 10);
      if (event.shiftKey) brushBy(by);
      else moveBy(loop, by);
      return true;
    }
    case 'PageUp':
      moveBy(loop, -width * 0.9);
      return true;
    case 'PageDown':
      moveBy(loop, width * 0.9);
      return true;
    case 'u':
      return unfoldNearest(loop);
    case 'l':
      toggleSheet('stretch');
      return true;
    case 'Escape':
      if (useTimeline.getState().brush === null) return false;
      useTimeline.setState({ brush: null });
      return true;
    default:
      return false;
  }
}
