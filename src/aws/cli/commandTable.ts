/**
 * What the command line knows: every operation that the door answers, by the names that AWS's own
 * command line has for it. Parsing, help and completion all go by this table.
 */
import type { ServiceName } from '../door.ts';
import { dynamodbOperations } from '../dynamodb/operations.ts';
import { dynamodbStreamsOperations } from '../dynamodbStreams/operations.ts';
import { lambdaOperations } from '../lambda/operations.ts';
import type { Operation } from '../operation.ts';
import { flag, list, map, type Shape, structure, text } from '../shape.ts';
import { operationWords, serviceWords } from './words.ts';

/** How an operation's pages are put together. */
export interface Pagination {
  /** Member of the input that asks for the page after, and of the output that names it. */
  from: string;
  next: string;
  /** Member of the input that bounds a page. */
  limit: string;
  /** Lists, or counts, that pages add to. */
  results: readonly string[];
  /** Members that are kept from the first page, and shown even where they are not there. */
  kept?: readonly string[];
}

export interface CliParameter {
  /** `--table-name`. */
  option: string;
  /** `TableName`. */
  member: string;
  shape: Shape;
  required: boolean;
}

export interface CliOperation {
  /** `put-item`. */
  command: string;
  /** `PutItem`. */
  name: string;
  summary: string;
  parameters: readonly CliParameter[];
  pagination: Pagination | null;
}

export interface CliService {
  /** AWS's prefix, which is also the command. */
  name: ServiceName;
  summary: string;
  operations: readonly CliOperation[];
}

const PAGINATIONS: Readonly<Record<string, Pagination | undefined>> = {
  ListTables: {
    from: 'ExclusiveStartTableName',
    next: 'LastEvaluatedTableName',
    limit: 'Limit',
    results: ['TableNames'],
  },
  Query: itemPages(),
  Scan: itemPages(),
  ListEventSourceMappings: {
    from: 'Marker',
    next: 'NextMarker',
    limit: 'MaxItems',
    results: ['EventSourceMappings'],
  },
  ListFunctions: { from: 'Marker', next: 'NextMarker', limit: 'MaxItems', results: ['Functions'] },
};

function itemPages(): Pagination {
  return {
    from: 'ExclusiveStartKey',
    next: 'LastEvaluatedKey',
    limit: 'Limit',
    results: ['Items', 'Count', 'ScannedCount'],
    kept: ['ConsumedCapacity'],
  };
}

/** `put-item` of `PutItem`, `sse-specification` of `SSESpecification`. */
export const kebab = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/gu, '$1-$2')
    .replace(/([a-z\d])([A-Z])/gu, '$1-$2')
    .toLowerCase();

/** An attribute value; it may hold others. */
export const attributeValue = ((): Shape => {
  const members: Record<string, Shape> = {
    S: text(),
    N: text(),
    B: text(),
    SS: list(text()),
    NS: list(text()),
    BS: list(text()),
  };
  const shape = structure({ ...members, M: map(text()), L: list(text()), NULL: flag, BOOL: flag });
  const inner = shape.members as Record<string, { shape: Shape; required: boolean }>;
  inner.M = { shape: map(shape), required: false };
  inner.L = { shape: list(shape), required: false };
  return shape;
})();

const ITEM_MEMBERS = new Set(['Item', 'Key', 'ExpressionAttributeValues', 'ExclusiveStartKey']);

function parameter(member: string, shape: Shape, required: boolean): CliParameter {
  const isItem = shape.kind === 'attributes' && ITEM_MEMBERS.has(member);
  const known = isItem ? map(attributeValue) : shape;
  return { option: `--${kebab(member)}`, member, shape: known, required };
}

/** The door takes the old members wherever it writes, to refuse them in words. */
const isForeign = (name: string, member: string): boolean =>
  member === 'AttributeUpdates' && name !== 'UpdateItem';

function operation([name, { input }]: [string, Operation]): CliOperation {
  const members = Object.entries(input.members).filter(([member]) => !isForeign(name, member));
  const parameters = members.map(([member, { shape, required }]) =>
    parameter(member, shape, required),
  );
  const summary = operationWords[name] ?? '';
  return { command: kebab(name), name, summary, parameters, pagination: PAGINATIONS[name] ?? null };
}

function service(name: ServiceName, operations: Readonly<Record<string, Operation>>): CliService {
  const sorted = Object.entries(operations)
    .map(operation)
    .toSorted((a, b) => (a.command < b.command ? -1 : 1));
  return { name, summary: serviceWords[name] ?? '', operations: sorted };
}

export const cliServices: readonly CliService[] = [
  service('dynamodb', dynamodbOperations),
  service('dynamodbstreams', dynamodbStreamsOperations),
  service('lambda', lambdaOperations),
];

/** An option that every command takes. */
export interface GlobalOption {
  option: string;
  takesValue: boolean;
  oneOf?: readonly string[];
}

const valued = (option: string, ...oneOf: string[]): GlobalOption => ({
  option,
  takesValue: true,
  ...(oneOf.length > 0 && { oneOf }),
});
const bare = (option: string): GlobalOption => ({ option, takesValue: false });

/** All but `--output` and `--query` are taken and change nothing: there is only this lab. */
export const globalOptions: readonly GlobalOption[] = [
  bare('--debug'),
  valued('--endpoint-url'),
  bare('--no-verify-ssl'),
  bare('--no-paginate'),
  valued('--output', 'json', 'text'),
  valued('--query'),
  valued('--profile'),
  valued('--region'),
  bare('--version'),
  valued('--color', 'on', 'off', 'auto'),
  bare('--no-sign-request'),
  valued('--ca-bundle'),
  valued('--cli-read-timeout'),
  valued('--cli-connect-timeout'),
  valued('--cli-binary-format', 'base64', 'raw-in-base64-out'),
  bare('--no-cli-pager'),
  bare('--cli-auto-prompt'),
  bare('--no-cli-auto-prompt'),
];

/** Options that pages add to a command. */
export const pagingOptions: readonly GlobalOption[] = [
  valued('--starting-token'),
  valued('--page-size'),
  valued('--max-items'),
];
export const INPUT_JSON = '--cli-input-json';
