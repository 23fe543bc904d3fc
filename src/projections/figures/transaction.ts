/** The parts of one transaction: which of them a reader has by now, and which not yet. */
import type { World } from '../../engine/world.ts';
import { labelOfChange } from '../scene/marks.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import {
  partState,
  partsOf,
  readersOfChange,
  tornReaders,
  transactionOfChange,
} from '../scene/transactions.ts';
import { figureWords } from '../words/figureWords.ts';
import type { TransactionParts } from './figure.ts';

/** The transaction that a change is a part of; null for a change that stands for itself. */
export function transactionParts(world: World, change: number): TransactionParts | null {
  const command = transactionOfChange(world, change);
  if (command < 0) return null;
  const parts = partsOf(world, command, world.changes.at.get(change));
  const torn = tornReaders(world, parts);
  const { TransactItems: actions } = world.commands.get(command).input;
  const actionCount = Array.isArray(actions) ? actions.length : parts.length;
  return {
    kind: 'transaction',
    title: figureWords.transaction,
    text: textOf(world, parts, torn, actionCount),
    torn: torn.length > 0,
    parts: parts.map((part) => ({
      change: part,
      item: world.changes.item.get(part),
      kind: world.changes.kind.get(part),
      label: labelOfChange(world, part),
      shardLabel: shardOf(world, part),
      selected: part === change,
      readers: readersOfChange(world, part).map((mapping) => ({
        reader: nameOf(world, mapping),
        state: partState(world, part, mapping),
      })),
    })),
  };
}

function textOf(
  world: World,
  parts: readonly number[],
  torn: readonly number[],
  actions: number,
): string {
  const shards = new Set(parts.map((part) => world.changes.shard.get(part))).size;
  const [reader] = torn;
  return [
    figureWords.committed(actions, parts.length, shards),
    reader === undefined ? figureWords.whole : figureWords.torn(nameOf(world, reader)),
  ].join(' ');
}

const nameOf = ({ state }: World, mapping: number): string =>
  state.functions[state.mappings[mapping]!.function]!.name;

function shardOf(world: World, change: number): string {
  const shard = world.changes.shard.get(change);
  return shard < 0 ? '' : shardLabel(world, shard);
}
