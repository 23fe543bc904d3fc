/** Whose settings the sheet shows. */
import { create } from 'zustand';
import { openSheet } from '../panels.ts';

/** By the number of the mapping or the function. */
export type Subject = { kind: 'mapping'; mapping: number } | { kind: 'function'; function: number };

export const useSubject = create<{ subject: Subject | null }>(() => ({ subject: null }));

export function openSettings(subject: Subject): void {
  useSubject.setState({ subject });
  openSheet('settings');
}
