/**
 * What is being written, kept outside of the form: closing the panel, a refused call or another lab
 * loses nothing that was typed. Each call has a text of its own.
 */
import { create } from 'zustand';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import type { StoredItem } from './tables.ts';

export type WriteCall = 'put' | 'update' | 'delete';
export type JsonForm = 'plain' | 'typed';

export interface Condition {
  kind: 'none' | 'exists' | 'notExists';
  attribute: string;
}

export interface Draft {
  /** Logical id; empty: the lab's first. */
  table: string;
  call: WriteCall;
  form: JsonForm;
  texts: Record<WriteCall, string>;
  /** The item chosen for an update, as it was then; its attributes are compared with the text. */
  base: StoredItem | null;
  condition: Condition;
}

export const useDraft = create<Draft>(() => ({
  table: '',
  call: 'put',
  form: 'plain',
  texts: { put: '', update: '', delete: '' },
  base: null,
  condition: { kind: 'none', attribute: '' },
}));

export function chooseTable(table: string): void {
  if (useDraft.getState().table !== table) useDraft.setState({ table, base: null });
}

export function setText(text: string): void {
  const { texts, call } = useDraft.getState();
  useDraft.setState({ texts: { ...texts, [call]: text } });
}

/** The chosen item's text takes the place of what was typed for this call. */
export function startFrom(base: StoredItem | null, textOf: (item: AttributeMap) => string): void {
  useDraft.setState({ base });
  if (base !== null) setText(textOf(base.json));
}
