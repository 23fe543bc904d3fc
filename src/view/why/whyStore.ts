/** What is being asked about, and what came back. */
import { create } from 'zustand';
import type { RecordLifeTold } from '../../projections/why/lifeTold.ts';
import type { WhyAbout, WhyAnswer } from '../../projections/why/whyAnswer.ts';
import { labActions, useLab } from '../../runtime/useLab.ts';
import { say } from '../notices/toasts.ts';
import { openSheet } from '../panels.ts';

interface Why {
  about: WhyAbout | null;
  /** When it was asked, microseconds. */
  at: number;
  /** Null while they are looked for. */
  answers: readonly WhyAnswer[] | null;
  /** Of a record. */
  life: RecordLifeTold | null;
}

export const useWhy = create<Why>(() => ({ about: null, at: 0, answers: null, life: null }));

/** Opens the panel and looks for the causes, as they stand at this instant. */
export async function askWhy(about: WhyAbout): Promise<void> {
  useWhy.setState({ about, at: useLab.getState().now, answers: null, life: null });
  openSheet('why');
  const isStillAsked = (): boolean => useWhy.getState().about === about;
  try {
    const answers = await labActions.why(about);
    const life = about.kind === 'record' ? await labActions.life(about.change) : null;
    if (isStillAsked()) useWhy.setState({ answers, life });
  } catch (error) {
    if (isStillAsked()) useWhy.setState({ answers: [] });
    say({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
  }
}
