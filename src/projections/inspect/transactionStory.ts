/** What a part's story says of the transaction: which parts of it each reader has, and which not yet. */
import type { World } from '../../engine/world.ts';
import { labelOfChange } from '../scene/marks.ts';
import {
  hasArrived,
  partState,
  partsOf,
  readersOfChange,
  tornReaders,
  transactionOfChange,
} from '../scene/transactions.ts';
import { storyWords } from '../words/storyWords.ts';
import type { StoryStep } from './inspection.ts';

/** The step of a change that is a part of a transaction; none for one that stands for itself [V35]. */
export function transactionSteps(world: World, change: number): StoryStep[] {
  const command = transactionOfChange(world, change);
  if (command < 0) return [];
  const at = world.changes.at.get(change);
  const parts = partsOf(world, command, at);
  const readers = [...new Set(parts.flatMap((part) => readersOfChange(world, part)))];
  return [
    {
      at,
      text: storyWords.partOf(parts.indexOf(change) + 1, parts.length),
      detail: readers.map((mapping) => standing(world, parts, mapping)).join(' '),
      tone: tornReaders(world, parts).length > 0 ? 'behind' : 'plain',
    },
  ];
}

/** A sentence of what one reader has of the parts that its stream holds. */
function standing(world: World, parts: readonly number[], mapping: number): string {
  const own = parts.filter((part) => readersOfChange(world, part).includes(mapping));
  const has = own.filter((part) => hasArrived(partState(world, part, mapping)));
  const hasNot = own.filter((part) => !has.includes(part));
  const labels = (some: readonly number[]) => some.map((part) => labelOfChange(world, part));
  const { functions, mappings } = world.state;
  const { name } = functions[mappings[mapping]!.function]!;
  return storyWords.partsAt(name, labels(has), labels(hasNot));
}
