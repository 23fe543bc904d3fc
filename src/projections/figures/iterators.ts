/** Who reads a stream's shards, each with its iterator: where it stands, how old it is, when it expires. */

import type { World } from '../../engine/world.ts';
import { iteratorTokens } from '../cards/iteratorTokens.ts';
import { readersOf, standingFlag } from '../cards/shardLanes.ts';
import { shardLabel } from '../scene/shardLabel.ts';
import { spanText } from '../spanText.ts';
import { standingOf } from '../standing.ts';
import { figureWords } from '../words/figureWords.ts';
import type { IteratorList } from './figure.ts';

const MOST_ROWS = 24;

type Row = IteratorList['rows'][number];

/** @param shards of one DynamoDB stream: all of them, or the one that is inspected. */
export function iteratorList(world: World, shards: readonly number[]): IteratorList {
  const rows = shards.flatMap((shard) => [
    ...mappingRows(world, shard),
    ...tokenRows(world, shard),
  ]);
  const clients = rows.filter(({ byClient }) => byClient);
  const expired = clients.filter(({ state }) => state === 'expired').length;
  return {
    kind: 'iterators',
    title: figureWords.iterators,
    text: figureWords.iteratorsText(rows.length - clients.length, clients.length, expired),
    rows: rows.slice(-MOST_ROWS),
    more: Math.max(0, rows.length - MOST_ROWS),
  };
}

/** Lambda's own: renewed with each poll, so that they never grow old. */
function mappingRows(world: World, shard: number): Row[] {
  const { mappings: ofStream } = world.state.streams[world.state.shards[shard]!.stream]!;
  return readersOf(world, shard, ofStream).flatMap((consumer): Row[] => {
    const standing = standingOf(world, consumer);
    if (standing.phase === 'drained') return [];
    const { checkpoint, mapping } = world.state.consumers[consumer]!;
    const { startingPosition } = world.state.mappings[mapping]!;
    return [
      {
        shard,
        shardLabel: shardLabel(world, shard),
        reader: standingFlag(world, standing).reader,
        byClient: false,
        iteratorType: figureWords.startedAt(startingPosition),
        position: figureWords.position(checkpoint, standing.waiting),
        age: figureWords.renewed,
        left: figureWords.never,
        leftPart: 1,
        state: standing.phase === 'waitingForParent' ? 'waiting' : 'valid',
        why: standing.phase === 'waitingForParent' ? figureWords.waitsForParent : '',
      },
    ];
  });
}

function tokenRows(world: World, shard: number): Row[] {
  return iteratorTokens(world, shard).map((token) => ({
    shard,
    shardLabel: shardLabel(world, shard),
    reader: figureWords.client(token.command),
    byClient: true,
    iteratorType: token.iteratorType,
    position: figureWords.position(token.ordinal, token.waiting),
    age: spanText(token.ageMs),
    left: token.state === 'valid' ? spanText(token.leftMs) : figureWords.tokenStates[token.state],
    leftPart: token.state === 'valid' ? token.leftMs / (token.leftMs + token.ageMs) : 0,
    state: token.state,
    why: figureWords.tokenWhy[token.state],
  }));
}
