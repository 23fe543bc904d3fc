/** What the members of a mapping may be. Rules: [E10] ranges, [E52] what a stream’s mapping does not take. */
import { optionalMembers, optionalText } from '../../item/callInput.ts';
import { ItemError, validationError } from '../../item/itemError.ts';
import type { CallInput } from '../../kernel/call.ts';
import { epochMs } from '../../kernel/time.ts';
import type { World } from '../../world.ts';

export const invalid = (message: string): ItemError =>
  new ItemError('InvalidParameterValueException', message);

/** AWS's ranges of a mapping's members [E10]. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  BatchSize: [1, 10_000],
  MaximumBatchingWindowInSeconds: [0, 300],
  ParallelizationFactor: [1, 10],
  MaximumRetryAttempts: [-1, 10_000],
  MaximumRecordAgeInSeconds: [-1, 604_800],
  TumblingWindowInSeconds: [0, 900],
};

/** @throws ItemError where a member lies outside of its range. */
export function checkRanges(input: CallInput): void {
  for (const [name, [low, high]] of Object.entries(RANGES)) {
    const value = input[name];
    if (value == null) continue;
    const isAge = name === 'MaximumRecordAgeInSeconds';
    const fits =
      typeof value === 'number' &&
      Number.isInteger(value) &&
      value >= low &&
      value <= high &&
      !(isAge && value >= 0 && value < 60);
    if (fits) continue;
    const range = isAge ? '-1, or from 60 to 604800' : `from ${low} to ${high}`;
    throw invalid(`${name} must be a whole number ${range}.`);
  }
}

const POSITIONS: readonly string[] = ['LATEST', 'AT_TIMESTAMP', 'TRIM_HORIZON'];

/** @throws ItemError where a stream cannot be read from there. */
export function checkStartingPosition(world: World, input: CallInput, arn: string): void {
  const position = optionalText(input, 'StartingPosition');
  if (position === null) throw invalid(missing('startingPosition'));
  if (!POSITIONS.includes(position)) {
    throw validationError(
      `1 validation error detected: Value '${position}' at 'startingPosition' failed to satisfy constraint: Member must satisfy enum value set: [${POSITIONS.join(', ')}]`,
    );
  }
  const isDynamoDb = arn.split(':')[2] === 'dynamodb';
  if (isDynamoDb && position === 'AT_TIMESTAMP') {
    throw invalid(`Unsupported starting position for arn type: ${arn}`);
  }
  if (position !== 'AT_TIMESTAMP') return;
  const { StartingPositionTimestamp: timestamp } = input;
  if (typeof timestamp !== 'number') throw invalid(missing('startingPositionTimestamp'));
  const { startAtMs } = world.definition;
  if (timestamp * 1_000 > epochMs(startAtMs, world.now)) {
    throw invalid('StartingPositionTimestamp must not be in the future.');
  }
}

const missing = (member: string): string =>
  `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null.`;

/** Members that are for queues and for Kafka alone. */
const FOR_OTHERS = ['ScalingConfig', 'ProvisionedPollerConfig', 'Queues', 'Topics'];

/** Filters that one mapping may have. */
const MOST_FILTERS = 5;

/** @throws ItemError where a member is not for streams, or there are too many filters. */
export function refuseUnsupported(input: CallInput): void {
  const destinations = optionalMembers(input, 'DestinationConfig');
  if (destinations?.OnSuccess != null) throw unsupported('DestinationConfig');
  for (const name of FOR_OTHERS) if (input[name] != null) throw unsupported(name);
  const criteria = optionalMembers(input, 'FilterCriteria');
  const filters = Array.isArray(criteria?.Filters) ? criteria.Filters.length : 0;
  if (filters > MOST_FILTERS) {
    throw invalid(`FilterCriteria has ${filters} filters, and the most are ${MOST_FILTERS}.`);
  }
}

const unsupported = (name: string): ItemError =>
  invalid(`Unsupported ${name} parameter for given event source mapping type.`);
