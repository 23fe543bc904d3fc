/** What has been typed in code and is not deployed yet: it survives closing the editor. */
import { create } from 'zustand';

/** Texts by file. */
export type Draft = Readonly<Record<string, string>>;

const NOTHING: Draft = {};

/** By function and by the code that was changed. */
const useDrafts = create<Record<string, Draft | undefined>>(() => ({}));

/** @param of the function and the code that it runs. */
export const useDraft = (of: string): Draft => useDrafts((drafts) => drafts[of]) ?? NOTHING;

export const setDraft = (of: string, draft: Draft): void => useDrafts.setState({ [of]: draft });
