/** Everything that has been run, in view: with a little room before and behind it, as wide as it looks. */
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { mostSpan, showSpan, type TimelineView, useTimeline } from './timelineView.ts';

const BEFORE = 0.02;
const BEHIND = 0.02;

/** Of folded time only what is left unfolded takes room: the margins are a part of that. */
export async function fitAll(): Promise<void> {
  const { furthest } = useLab.getState();
  const { folds, unfolded } = useTimeline.getState();
  const most = Math.max(1e6, furthest);
  const open = folds ? most - (await foldedTime(most, unfolded)) : most;
  const to = Math.min(mostSpan(furthest), most + BEHIND * open);
  showSpan({ from: -BEFORE * open, to });
}

/** Folds idle time or unfolds it; what was all in view stays so. */
export function toggleFolds(): void {
  const { from, span, follows, folds } = useTimeline.getState();
  const wasAll = !follows && from < 0 && from + span > useLab.getState().furthest;
  useTimeline.setState({ folds: !folds, unfolded: [] });
  if (wasAll) void fitAll();
}

async function foldedTime(most: number, unfolded: TimelineView['unfolded']): Promise<number> {
  const asked = {
    from: 0,
    to: most,
    width: 1_000,
    fold: true,
    unfolded,
    metrics: false,
    present: most,
    eachPast: false,
    readersOf: [],
  };
  const { gaps = [] } = (await labActions.timeline(asked)) ?? {};
  return gaps.reduce((sum, { from, to }) => sum + to - from, 0);
}
