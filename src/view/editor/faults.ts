/** Breaking things and healing them: each switch is one command, and has a way back. */
import type { FaultKind } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { say } from '../notices/toasts.ts';
import { openSheet } from '../panels.ts';
import { writingWords } from '../words/writing.ts';
import { itemLabelled, itemsOf, keyAttributes, lastWritten, tableBehind } from './tables.ts';

const words = writingWords.faults;
const SLOW_FACTOR = 10;

/** Which function's poison the sheet chooses an item for. */
let poisoned: string | null = null;
export const poisonedFunction = (): string | null => poisoned;

/**
 * Switches a fault on or off.
 * @param item for `Poison`: the label of the item; absent, the one that was written last.
 */
export async function switchFault(
  target: string,
  kind: FaultKind,
  on: boolean,
  item?: string,
): Promise<void> {
  if (!on) return stopFault(target, kind);
  if (kind === 'Poison') return poison(target, item);
  const factor = kind === 'Slow' ? { factor: SLOW_FACTOR } : {};
  await startFault(target, kind, { ...factor, probability: 1 }, '');
}

/** Poisons one item: invocations that hold it fail. */
export async function poison(target: string, label?: string): Promise<void> {
  const table = tableBehind(target);
  if (table === null) return;
  const wanted = label ?? lastWritten(useLab.getState().scene);
  const named = wanted === null ? null : await itemLabelled(table, wanted);
  // The newest of those listed: the oldest may be what was there before the stream and never changes.
  const item = named ?? (await itemsOf(table, '')).at(-1);
  if (item === undefined) return say({ text: words.noItem, tone: 'bad' });
  await startFault(target, 'Poison', { match: keyAttributes(table, item.json) }, item.label);
}

/** Heals whatever item was poisoned, and poisons another. */
export async function poisonAnother(target: string, label: string): Promise<void> {
  await labActions.command({ call: 'shardscope:StopFault', input: { kind: 'Poison', target } });
  await poison(target, label);
}

async function startFault(
  target: string,
  kind: FaultKind,
  more: { match?: AttributeMap; factor?: number; probability?: number },
  item: string,
): Promise<void> {
  const call = 'shardscope:StartFault';
  const done = await labActions.command({ call, input: { kind, target, ...more } });
  if (!done.ok) return say({ text: done.error, tone: 'bad' });
  const undo = { name: words.undo, act: () => void stopFault(target, kind, more.match) };
  const chooseOther = {
    name: words.other,
    act: () => {
      poisoned = target;
      openSheet('poison');
    },
  };
  const text = words.on[kind]?.(nameOf(target), item) ?? words.onOther(kind, nameOf(target));
  say({ text, actions: kind === 'Poison' ? [undo, chooseOther] : [undo] });
}

async function stopFault(target: string, kind: FaultKind, match?: AttributeMap): Promise<void> {
  const which = match === undefined ? {} : { match };
  const call = 'shardscope:StopFault';
  const done = await labActions.command({ call, input: { kind, target, ...which } });
  if (done.ok) say({ text: words.off(kind, nameOf(target)), tone: 'good' });
  else say({ text: done.error, tone: 'bad' });
}

/** The name of a function or target, by its logical id. */
function nameOf(target: string): string {
  const { definition } = useLab.getState();
  const known = [...(definition?.functions ?? []), ...(definition?.targets ?? [])];
  return known.find(({ id }) => id === target)?.name ?? target;
}
