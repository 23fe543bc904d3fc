/** What the three writes of a single item have in common: their results and what they return. */
import type { WriteResult } from '../../engine/dynamodb/writeCall.ts';
import type { Simulation } from '../../engine/index.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { emptyTree, growTree } from '../../engine/item/expressions/documentPath.ts';
import { applyProjection } from '../../engine/item/expressions/projection.ts';
import type { Path } from '../../engine/item/expressions/syntax.ts';
import type { World } from '../../engine/world.ts';
import { AwsError } from '../awsError.ts';
import { execute } from '../operation.ts';
import type { Input } from '../shape.ts';
import { consumedCapacity } from './consumedCapacity.ts';

/** Carries out a write. @throws AwsError when its condition failed, with the item where it is asked for. */
export function write(simulation: Simulation, call: string, input: Input): WriteResult {
  const result = execute<WriteResult>(simulation, call, input);
  if (result.outcome === 'written') return result;
  const { world } = simulation;
  const isWanted = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && result.before >= 0;
  throw new AwsError(
    'ConditionalCheckFailedException',
    'The conditional request failed',
    isWanted ? { Item: world.images.read(result.before) } : undefined,
  );
}

/** The output of a write. */
export function writeOutput(
  { world }: Simulation,
  input: Input,
  result: WriteResult,
): Record<string, unknown> {
  const table = world.items.table.get(result.item);
  const Attributes = returned(world, input, result);
  return {
    ...(Attributes && { Attributes }),
    ...consumedCapacity(world, input, table, result.writeUnits),
    ...itemCollectionMetrics(world, input, result.item),
  };
}

/** What `ReturnValues` asks for; undefined where there is nothing. */
function returned(world: World, input: Input, result: WriteResult): AttributeMap | undefined {
  const wanted = input.ReturnValues ?? 'NONE';
  if (wanted === 'NONE') return undefined;
  const image = String(wanted).endsWith('_OLD') ? result.before : result.after;
  if (image < 0) return undefined;
  const item = world.images.read(image);
  if (wanted === 'ALL_OLD' || wanted === 'ALL_NEW') return item;
  const part = partOf(item, result.updatedPaths);
  return Object.keys(part).length > 0 ? part : undefined;
}

function partOf(item: AttributeMap, paths: readonly Path[]): AttributeMap {
  const tree = emptyTree<true>();
  for (const path of paths) growTree(tree, path, true);
  return applyProjection({ paths, tree }, item);
}

/** Only tables with a local index have item collections to tell of. */
function itemCollectionMetrics(world: World, input: Input, item: number): Record<string, unknown> {
  const { schema, localIndexes } = world.state.tables[world.items.table.get(item)]!;
  if (input.ReturnItemCollectionMetrics !== 'SIZE' || localIndexes.length === 0) return {};
  const { name } = schema.partitionKey;
  const ItemCollectionKey = { [name]: world.items.keys.get(item)[name] };
  return { ItemCollectionMetrics: { ItemCollectionKey, SizeEstimateRangeGB: [0, 1] } };
}

/** PutItem and DeleteItem return nothing new. @throws AwsError */
export function refuseNewValues(input: Input): void {
  const wanted = input.ReturnValues ?? 'NONE';
  if (wanted === 'NONE' || wanted === 'ALL_OLD') return;
  throw new AwsError('ValidationException', 'ReturnValues can only be ALL_OLD or NONE');
}
