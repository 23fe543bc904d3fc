/** The lanes belong to the lab that is open: where another one is opened, what was shown of the old one goes. */
import { useLab } from '../../../runtime/page/useLab.ts';
import type { LaneLink } from './laneLink.ts';
import { startLanes, stopLanes, useLanes } from './laneStore.ts';

/** The lab whose lanes were shown last. */
let shown = '';

/** Shows lanes beside the lab that is open, and those of any that takes its place. @returns ends that. */
export function openLanes(link: LaneLink | null): () => void {
  show(useLab.getState().labId);
  void startLanes(link);
  const end = useLab.subscribe(({ labId }, before) => {
    if (labId === before.labId) return;
    show(labId);
    if (before.labId === '') return; // that one is waited for
    stopLanes();
    void startLanes(null);
  });
  return () => {
    end();
    stopLanes();
  };
}

function show(labId: string): void {
  if (shown !== '' && labId !== shown) {
    useLanes.setState({ log: null, chosen: null, outcomes: [], why: null, pins: [], note: '' });
  }
  shown = labId;
}
