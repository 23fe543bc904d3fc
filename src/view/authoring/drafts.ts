/** Lessons that somebody is writing, kept in the browser where it lets them. Other tabs may write there, too. */
import { forget, remember, remembered } from '../remembered.ts';

export interface DraftName {
  key: string;
  title: string;
}

export const MOST_DRAFTS = 30;

/** The latest first. */
export function listDrafts(): DraftName[] {
  try {
    const list: unknown = JSON.parse(remembered('drafts') ?? '[]');
    return Array.isArray(list) ? list.filter(isName).slice(0, MOST_DRAFTS) : [];
  } catch {
    return []; // somebody else has written there
  }
}

const isName = (one: unknown): one is DraftName =>
  typeof one === 'object' &&
  one !== null &&
  typeof (one as DraftName).key === 'string' &&
  typeof (one as DraftName).title === 'string';

export const draftText = (key: string): string | null => remembered(`draft.${key}`);

/** @returns whether the browser has kept it. */
export function keepDraft(key: string, text: string): boolean {
  const others = listDrafts().filter((each) => each.key !== key);
  remember(`draft.${key}`, text);
  remember('drafts', JSON.stringify([{ key, title: titleOf(text) }, ...others]));
  return draftText(key) === text;
}

export function dropDraft(key: string): void {
  remember('drafts', JSON.stringify(listDrafts().filter((each) => each.key !== key)));
  forget(`draft.${key}`);
}

/** As the front matter says it; empty where it says none. */
export function titleOf(text: string): string {
  const [, front = ''] = /^---\r?\n([\s\S]*?)^---/mu.exec(text.slice(0, 10_000)) ?? [];
  const [, title = ''] = /^title:[ \t]*(.+)$/mu.exec(front) ?? [];
  return title
    .trim()
    .replace(/^(['"])(.*)\1$/u, '$2')
    .slice(0, 120);
}
