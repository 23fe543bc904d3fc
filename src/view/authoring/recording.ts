/** Recording a lesson by doing: where it began, and the instants at which time was stopped since then. */
import { create } from 'zustand';
import { askAsAuthor } from '../../runtime/authoring/authoringHost.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { usePanels } from '../panels.ts';
import { authoringWords as words } from '../words/authoring.ts';
import { begin, useAuthoring } from './authoring.ts';

interface Recorded {
  /** Microseconds; null: nothing is being recorded. */
  from: number | null;
  /** Where steps end, microseconds, in their order. */
  stops: readonly number[];
  /** Steps of the lesson that have been made, while it is being made. */
  making: { step: number; of: number } | null;
}

const NOTHING: Recorded = { from: null, stops: [], making: null };

export const useRecording = create<Recorded>(() => NOTHING);

let stopListening = (): void => {};

/** From the present instant on. */
export function startRecording(): void {
  labActions.pause();
  stopListening();
  const { now, labId } = useLab.getState();
  useRecording.setState({ ...NOTHING, from: now });
  usePanels.setState({ lesson: words.recording });
  stopListening = useLab.subscribe((lab, before) => {
    if (lab.labId !== labId) discardRecording();
    else if (before.playing && !lab.playing) markStep();
  });
}

/** A step ends at the present instant. */
export function markStep(): void {
  const { now } = useLab.getState();
  const { from, stops } = useRecording.getState();
  if (from === null || now <= from || stops.includes(now)) return;
  useRecording.setState({ stops: [...stops, now].sort((a, b) => a - b) });
}

export function dropStep(stop: number): void {
  useRecording.setState(({ stops }) => ({ stops: stops.filter((each) => each !== stop) }));
}

export function discardRecording(): void {
  stopListening();
  useRecording.setState(NOTHING);
  usePanels.setState({ lesson: null });
}

/** Makes a lesson of it, beside the page, and opens its text. */
export async function finishRecording(): Promise<void> {
  labActions.pause();
  markStep();
  const { from, stops } = useRecording.getState();
  const { definition, now } = useLab.getState();
  const done = stops.filter((stop) => stop <= now);
  if (from === null || definition === null) return;
  if (done.length === 0) {
    useAuthoring.setState({ trouble: words.nothingRecorded });
    return;
  }
  const given = await labActions.given();
  const stopsMs = done.map((stop) => stop / 1_000);
  const recording = { definition, given, fromMs: from / 1_000, stopsMs, words: words.draft };
  useRecording.setState({ making: { step: 0, of: done.length } });
  useAuthoring.setState({ trouble: null });
  const job = askAsAuthor({ do: 'draft', recording }, (step, of) =>
    useRecording.setState({ making: { step, of } }),
  );
  try {
    const text = await job.answer;
    discardRecording();
    begin(text);
  } catch (error) {
    useRecording.setState({ making: null });
    useAuthoring.setState({ trouble: words.failed((error as Error).message) });
  }
}
