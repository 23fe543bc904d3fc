/** The settings of mappings and functions as fields of a form: AWS's names, ranges and defaults. */

export interface Field {
  /** AWS's member. */
  name: string;
  type: 'number' | 'flag' | 'patterns' | 'destination' | 'choice';
  /** What it does, in a sentence. */
  about: string;
  /** `1 to 10,000`; empty for a switch. */
  range: string;
  /** What AWS takes where nothing is said. */
  otherwise: string;
  /** Of a choice. */
  options?: readonly string[];
  /** Not AWS's to set but the lab's: how the function behaves here. */
  isOurs?: true;
}

const number = (name: string, range: string, otherwise: string, about: string): Field => ({
  name,
  type: 'number',
  about,
  range,
  otherwise,
});
const flag = (name: string, about: string): Field => ({
  name,
  type: 'flag',
  about,
  range: '',
  otherwise: 'off',
});

export const mappingFields: readonly Field[] = [
  { ...flag('Enabled', 'The mapping reads its shards.'), otherwise: 'on' },
  number('BatchSize', '1 to 10,000', '100', 'The most records of one invocation.'),
  number(
    'MaximumBatchingWindowInSeconds',
    '0 to 300',
    '0',
    'So long it waits for a batch to fill.',
  ),
  number('ParallelizationFactor', '1 to 10', '1', 'Batches of one shard in flight at a time.'),
  number(
    'MaximumRetryAttempts',
    '-1 to 10,000',
    '-1, no end',
    'After so many retries a batch is given up.',
  ),
  number(
    'MaximumRecordAgeInSeconds',
    '-1, or 60 to 604,800',
    '-1, no limit',
    'Older records are given up.',
  ),
  flag('BisectBatchOnFunctionError', 'A failed batch is split in two.'),
  flag('ReportBatchItemFailures', 'The function may report single records as failed.'),
  number('TumblingWindowInSeconds', '0 to 900', '0, none', 'State is carried for so long.'),
  {
    name: 'FilterCriteria',
    type: 'patterns',
    about: 'Event patterns as JSON, one on each line; a record passes when one matches.',
    range: 'at most 5 patterns',
    otherwise: 'none',
  },
  {
    name: 'DestinationConfig',
    type: 'destination',
    about: 'What is told of records given up.',
    range: 'a queue, topic or bucket of the lab',
    otherwise: 'none',
  },
];

export const functionFields: readonly Field[] = [
  number('Timeout', '1 to 900 seconds', '3', 'An invocation ends after so long.'),
  number('MemorySize', '128 to 10,240 MB', '128', 'Memory of an environment.'),
  number(
    'ReservedConcurrentExecutions',
    '0 or more; empty for none',
    'none: what the account has left',
    'The most invocations at the same time; 0 stops the function.',
  ),
];

/** What stands in the fields, by name. */
export type Values = Readonly<Record<string, string>>;

/** Values of a mapping's fields from what GetEventSourceMapping answers. */
export function valuesOfMapping(answer: Record<string, unknown>): Values {
  const { FilterCriteria, DestinationConfig, FunctionResponseTypes, State } = answer as {
    FilterCriteria?: { Filters?: { Pattern: string }[] };
    DestinationConfig?: { OnFailure?: { Destination?: string } };
    FunctionResponseTypes?: string[];
    State?: string;
  };
  const isOff = State === 'Disabled' || State === 'Disabling';
  return {
    ...numbersOf(mappingFields, answer),
    Enabled: String(!isOff),
    BisectBatchOnFunctionError: String(answer.BisectBatchOnFunctionError === true),
    ReportBatchItemFailures: String(FunctionResponseTypes?.includes('ReportBatchItemFailures')),
    FilterCriteria: (FilterCriteria?.Filters ?? []).map(({ Pattern }) => Pattern).join('\n'),
    DestinationConfig: DestinationConfig?.OnFailure?.Destination ?? '',
  };
}

/** Values of a function's fields. @param reserved its reserved concurrency, or null. */
export const valuesOfFunction = (
  answer: Record<string, unknown>,
  reserved: number | null,
): Values => ({
  ...numbersOf(functionFields, answer),
  ReservedConcurrentExecutions: reserved === null ? '' : String(reserved),
});

const numbersOf = (fields: readonly Field[], answer: Record<string, unknown>): Values =>
  Object.fromEntries(
    fields
      .filter(({ type }) => type === 'number')
      .map(({ name }) => [name, String(answer[name] ?? '')]),
  );

/** The members of AWS's call for the fields that were changed. */
export function changedMembers(before: Values, after: Values): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, text] of Object.entries(after)) {
    if (text !== before[name]) Object.assign(members, memberOf(name, text));
  }
  return members;
}

function memberOf(name: string, text: string): Record<string, unknown> {
  switch (name) {
    case 'Enabled':
    case 'BisectBatchOnFunctionError':
      return { [name]: text === 'true' };
    case 'ReportBatchItemFailures':
      return { FunctionResponseTypes: text === 'true' ? [name] : [] };
    case 'FilterCriteria': {
      const patterns = text.split('\n').filter((line) => line.trim() !== '');
      return { FilterCriteria: { Filters: patterns.map((Pattern) => ({ Pattern })) } };
    }
    case 'DestinationConfig':
      return { DestinationConfig: { OnFailure: text === '' ? {} : { Destination: text } } };
    default:
      return { [name]: Number(text) };
  }
}

/** The first field that holds no number where one belongs. */
export const notANumber = (fields: readonly Field[], before: Values, after: Values) =>
  fields.find(({ name, type }) => {
    const text = after[name]?.trim() ?? '';
    if (type !== 'number' || text === before[name]) return false;
    if (text === '') return name !== 'ReservedConcurrentExecutions';
    return !/^-?\d+(\.\d+)?$/.test(text);
  });

/** The field that a refusal speaks of, by AWS's name of the member in it; null when of none. */
export function fieldOfError(fields: readonly Field[], message: string): string | null {
  const said = message.toLowerCase();
  if (said.includes('filter pattern')) return 'FilterCriteria';
  if (said.includes('destination')) return 'DestinationConfig';
  return fields.find(({ name }) => said.includes(name.toLowerCase()))?.name ?? null;
}
