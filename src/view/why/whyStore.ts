/** What is being asked about, and what came back. */
import { create } from 'zustand';
import type { RecordLifeTold } from '../../projections/why/lifeTold.ts';
import { ENTRIES_READ, type WhyAbout, type WhyAnswer } from '../../projections/why/whyAnswer.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { openSheet } from '../panels.ts';

interface Why {
  about: WhyAbout | null;
  /** When it was asked, microseconds. */
  at: number;
  /** Entries of the journal that were read for it, at most. */
  most: number;
  /** Null while they are looked for. */
  answers: readonly WhyAnswer[] | null;
  /** Of a record. */
  life: RecordLifeTold | null;
}

/** So many times as much is read when somebody asks to look further. */
const FURTHER = 4;

export const useWhy = create<Why>(() => ({
  about: null,
  at: 0,
  most: ENTRIES_READ,
  answers: null,
  life: null,
}));

/** Opens the panel and looks for the causes, as they stand at this instant. */
export async function askWhy(about: WhyAbout): Promise<void> {
  useWhy.setState({ about, answers: null, life: null });
  openSheet('why');
  await ask(about, ENTRIES_READ);
}

/** Asks the same again, and reads more for it; what is known by now stays until then. */
export async function lookFurther(): Promise<void> {
  const { about, most } = useWhy.getState();
  if (about !== null) await ask(about, most * FURTHER);
}

async function ask(about: WhyAbout, most: number): Promise<void> {
  useWhy.setState({ at: useLab.getState().now, most });
  const isStillAsked = (): boolean => useWhy.getState().about === about;
  try {
    const answers = await labActions.why(about, most);
    const life = about.kind === 'record' ? await labActions.life(about.change, most) : null;
    if (isStillAsked()) useWhy.setState({ answers, life });
  } catch (error) {
    if (isStillAsked()) useWhy.setState({ answers: [] });
    say({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
  }
}
