/** A lab with one function whose code a test brings, and ways to look at what came of it. */
import type {
  EventSourceMappingDefinition,
  FunctionDefinition,
  SimulationDefinition,
  TargetKind,
} from '../../engine/definition.ts';
import type { Simulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { aDefinition, aFunction, aMapping, aTable, put } from '../../engine/testing/definitions.ts';
import { openWithCode } from '../../runtime/codeHost.ts';

export interface HandlerLab {
  /** `index.mjs`, or all files by path. */
  code: string | Record<string, string>;
  runtime?: string;
  handler?: string;
  environment?: Record<string, string>;
  fn?: Partial<FunctionDefinition>;
  mapping?: Partial<EventSourceMappingDefinition>;
  more?: Partial<SimulationDefinition>;
  /** Items put at once, by id. */
  ids?: readonly string[];
}

const TARGETS: readonly TargetKind[] = ['OpenSearch', 'S3', 'SNS', 'SES', 'SQS', 'StepFunctions'];

/** The definition: table `Orders` with a stream, table `Totals` without, and one target of each kind. */
export function handlerLab(lab: HandlerLab): SimulationDefinition {
  const runtime = lab.runtime ?? 'nodejs22.x';
  const file = runtime.startsWith('python') ? 'index.py' : 'index.mjs';
  const files = typeof lab.code === 'string' ? { [file]: lab.code } : lab.code;
  const code = {
    ...{ runtime, files },
    handler: lab.handler ?? 'index.handler',
    environment: lab.environment ?? {},
  };
  const totals = { id: 'Totals', name: 'Totals', billing: 'PAY_PER_REQUEST', items: [] } as const;
  return aDefinition({
    tables: [aTable(), { ...totals, partitionKey: { name: 'id', type: 'S' }, items: [] }],
    functions: [aFunction({ code, coldStartMs: 100, ...lab.fn })],
    eventSourceMappings: [aMapping(lab.mapping)],
    targets: TARGETS.map((kind) => ({ id: kind, name: kind.toLowerCase(), kind })),
    commands: (lab.ids ?? ['a']).map((id) => ({
      atMs: 0,
      command: put({ id: { S: id }, n: { N: '1' } }),
    })),
    ...lab.more,
  });
}

/** Runs a handler lab for some seconds. */
export async function runHandler(lab: HandlerLab, seconds = 3): Promise<Simulation> {
  const simulation = await openWithCode(handlerLab(lab));
  simulation.runUntil(instant(seconds * 1_000_000));
  return simulation;
}

/** What the code returned or threw, invocation after invocation. */
export function resultsOf({ world }: Simulation): unknown[] {
  const { results } = world.code;
  return Array.from({ length: results.length }, (_, row) => JSON.parse(results.get(row).payload));
}

/** The function's log, without the beginning of each line that says when and for whom. */
export function logOf({ world }: Simulation): string[] {
  const { lines } = world.code;
  return Array.from({ length: lines.length }, (_, row) =>
    lines.get(row).text.replace(/^\S+Z\t[0-9a-f-]*\t/u, ''),
  );
}

/** Answers from a handler that is run once with one record. */
export async function answerOf(
  code: HandlerLab['code'],
  more: Partial<HandlerLab> = {},
): Promise<unknown> {
  return resultsOf(await runHandler({ code, ...more }))[0];
}
