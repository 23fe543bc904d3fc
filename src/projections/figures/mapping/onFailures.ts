/** The documents of an on-failure destination [E26], and whether what they point at still lives. */
import { membersOf } from '../../../engine/lambda/mapping/batch.ts';
import { onFailureDocument } from '../../../engine/lambda/mapping/onFailureDocument.ts';
import { changeOf } from '../../../engine/streams/shard.ts';
import type { World } from '../../../engine/world.ts';
import { markOf } from '../../scene/marks.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { OnFailures } from './shapes.ts';

const MOST_DOCUMENTS = 8;
const MOST_MARKS = 10;

/** Newest first; null where a target has none. */
export function onFailures(world: World, target: number): OnFailures | null {
  const { state } = world;
  const column = world.onFailures;
  const rows: number[] = [];
  let count = 0;
  for (let row = column.at.length - 1; row >= 0; row--) {
    const { mapping } = state.consumers[column.consumer.get(row)]!;
    if (state.mappings[mapping]!.onFailureTarget !== target) continue;
    count++;
    if (rows.length < MOST_DOCUMENTS) rows.push(row);
  }
  if (count === 0) return null;
  const holdsRecords = state.targets[target]!.kind === 'S3';
  return {
    kind: 'onFailures',
    title: words.onFailures,
    text: holdsRecords ? words.recordsText(count) : words.pointersText(count),
    holdsRecords,
    documents: rows.map((row) => documentOf(world, row)),
    more: count - rows.length,
  };
}

function documentOf(world: World, row: number): OnFailures['documents'][number] {
  const { onFailures: column, state } = world;
  const consumer = state.consumers[column.consumer.get(row)]!;
  const members = membersOf(world, consumer, column.from.get(row), column.to.get(row));
  const json = onFailureDocument(world, row);
  return {
    document: row,
    at: column.at.get(row),
    condition: conditionOf(json),
    records: members
      .slice(0, MOST_MARKS)
      .map((ordinal) => markOf(world, changeOf(world, consumer.shard, ordinal), 'read')),
    total: members.length,
    isAlive: members.length > 0 && members[0]! >= state.shards[consumer.shard]!.trimmed,
    json,
  };
}

/** Of a mapping's document, or of a pipe's. */
function conditionOf(json: Record<string, unknown>): string {
  const context = (json.requestContext ?? json.context) as { condition?: string } | undefined;
  return context?.condition ?? '';
}
