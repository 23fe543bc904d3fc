/** Why a reader has one part of a transaction and not yet another: how each part came to the stream. */
import type { World } from '../../engine/world.ts';
import { transactionParts } from '../figures/transaction.ts';
import { labelOfChange } from '../scene/marks.ts';
import { partsOf, tornReaders, transactionOfChange } from '../scene/transactions.ts';
import { whyWords as words } from '../words/whyWords.ts';
import { arrivalOf } from './causes.ts';
import { chainTo, joined } from './chain.ts';
import type { WhyAnswer } from './whyAnswer.ts';

/** One answer with the figure of the transaction, as long as it is torn; none otherwise. */
export function tornAnswers(world: World, change: number): WhyAnswer[] {
  const figure = transactionParts(world, change);
  if (!figure?.torn) return [];
  const command = transactionOfChange(world, change);
  const parts = partsOf(world, command, world.changes.at.get(change));
  const { functions, mappings } = world.state;
  const [mapping] = tornReaders(world, parts);
  const { name } = functions[mappings[mapping!]!.function]!;
  const chains = parts.flatMap((part) =>
    arrivalOf(world, world.journal.length, part).map((entry) => chainTo(world, entry, part)),
  );
  return [
    {
      question: words.torn(name, labelOfChange(world, change), parts.length),
      ...joined(chains),
      otherwise: [words.notTorn],
      figure,
    },
  ];
}
