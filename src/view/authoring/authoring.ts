/** The lesson that is being written: its text, what is wrong with it, and whether the engine finds that it holds. */
import { create } from 'zustand';
import type { LabError } from '../../lab/labError.ts';
import { SHORT_LINK } from '../../lab/link/labLink.ts';
import { encodeLessonLink } from '../../lessons/text/lessonLink.ts';
import { type LessonReading, MOST_BYTES } from '../../lessons/text/lessonText.ts';
import { numberText } from '../../projections/spanText.ts';
import { type AuthoringJob, askAsAuthor } from '../../runtime/authoring/authoringHost.ts';
import { takeTold, useTaking } from '../lessons/taking.ts';
import { authoringWords as words } from '../words/authoring.ts';
import {
  type DraftName,
  draftText,
  dropDraft,
  keepDraft,
  listDrafts,
  MOST_DRAFTS,
  titleOf,
} from './drafts.ts';

interface Authoring {
  drafts: readonly DraftName[];
  /** Of the draft that is open; null: the list of drafts stands there. */
  key: string | null;
  text: string;
  /** The browser keeps what is typed. */
  isKept: boolean;
  /** Null while the text is being read. */
  reading: LessonReading | null;
  check: Check | null;
  /** From which the lesson is taken, from 0. */
  step: number;
  trouble: string | null;
  /** What was deleted last can be brought back. */
  deleted: { title: string; text: string } | null;
}

/** Taking the lesson from start to end. */
export type Check =
  | { isRunning: true; step: number; of: number }
  | { isRunning: false; faults: readonly LabError[] };

export const useAuthoring = create<Authoring>(() => ({
  drafts: listDrafts(),
  key: null,
  text: '',
  isKept: true,
  reading: null,
  check: null,
  step: 0,
  trouble: null,
  deleted: null,
}));

const set = useAuthoring.setState;

/** Real time without a key pressed, after which the text is kept and read. */
const SETTLED_MS = 400;
let settling: ReturnType<typeof setTimeout> | undefined;
let readingJob: AuthoringJob<LessonReading> | null = null;
let checkJob: AuthoringJob<LabError[]> | null = null;

/** A new draft with this text. */
export function begin(text: string): void {
  if (listDrafts().length >= MOST_DRAFTS) {
    set({ trouble: words.tooMany(MOST_DRAFTS) });
    return;
  }
  show(Date.now().toString(36), text);
  keep();
}

export async function beginWithCourse(lesson: string): Promise<void> {
  set({ trouble: null });
  try {
    begin(await askAsAuthor({ do: 'write', lesson }).answer);
  } catch (error) {
    set({ trouble: (error as Error).message });
  }
}

export async function beginWithFile(file: File): Promise<void> {
  if (file.size > MOST_BYTES) {
    set({ trouble: words.tooLarge });
    return;
  }
  try {
    begin(await file.text());
  } catch {
    set({ trouble: words.notRead });
  }
}

export function openDraft(key: string): void {
  show(key, draftText(key) ?? '');
}

/** Back to the list of drafts. */
export function closeDraft(): void {
  keep();
  stopCheck();
  set({ key: null, drafts: listDrafts(), trouble: null });
}

export function deleteDraft({ key, title }: DraftName): void {
  const text = draftText(key) ?? '';
  dropDraft(key);
  set({ drafts: listDrafts(), deleted: { title, text } });
}

export function edit(text: string): void {
  if (text === useAuthoring.getState().text) return;
  stopCheck();
  set({ text, check: null });
  clearTimeout(settling);
  settling = setTimeout(settle, SETTLED_MS);
}

function show(key: string, text: string): void {
  stopCheck();
  set({ key, text, reading: null, check: null, step: 0, trouble: null, deleted: null });
  void read();
}

function settle(): void {
  keep();
  void read();
}

/** What was typed last is kept, even if the page is closed now. */
export function keep(): void {
  clearTimeout(settling);
  const { key, text } = useAuthoring.getState();
  if (key === null || draftText(key) === text) return;
  const isKept = keepDraft(key, text);
  set({ isKept, drafts: listDrafts() });
}

async function read(): Promise<void> {
  readingJob?.cancel();
  set({ reading: null });
  const { text } = useAuthoring.getState();
  readingJob = askAsAuthor({ do: 'read', text });
  try {
    set({ reading: await readingJob.answer });
  } catch (error) {
    set({ trouble: (error as Error).message });
  }
}

/** Takes the lesson from start to end, beside the page. */
export async function check(): Promise<void> {
  stopCheck();
  const { text } = useAuthoring.getState();
  set({ check: { isRunning: true, step: 0, of: 0 }, trouble: null });
  checkJob = askAsAuthor({ do: 'take', text }, (step, of) =>
    set({ check: { isRunning: true, step, of } }),
  );
  try {
    set({ check: { isRunning: false, faults: await checkJob.answer } });
  } catch (error) {
    set({ check: null, trouble: words.failed((error as Error).message) });
  }
}

export function stopCheck(): void {
  checkJob?.cancel();
  if (useAuthoring.getState().check?.isRunning) set({ check: null });
}

/** Takes the lesson as a learner would, from a step on. */
export async function preview(step: number): Promise<void> {
  const { reading, text } = useAuthoring.getState();
  if (reading === null || !reading.ok) return;
  keep();
  useTaking.setState({ own: 'edited' });
  await takeOwn(reading.lesson, await encodeLessonLink(text), step);
}

/** @param link the `written` parameter; null: the lesson is too long for one. */
export async function takeOwn(
  { title, told }: Extract<LessonReading, { ok: true }>['lesson'],
  link: string | null,
  step: number,
): Promise<void> {
  const address = (at: number): string =>
    link === null ? location.pathname : `#written=${link}&step=${at + 1}`;
  await takeTold({ title, entry: null, address, told }, step);
}

export interface LessonAddress {
  address: string;
  /** Said where the address is longer than some chats carry, or there is none. */
  warning: string | null;
}

export async function lessonAddress(text: string): Promise<LessonAddress | null> {
  const link = await encodeLessonLink(text);
  if (link === null) return null;
  const address = `${location.href.replace(/[?#].*$/su, '')}#written=${link}`;
  const isLong = address.length > SHORT_LINK;
  return { address, warning: isLong ? words.linkLong(numberText(address.length)) : null };
}

export const fileNameOf = (text: string): string =>
  `${
    titleOf(text)
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '') || 'lesson'
  }.md`;
