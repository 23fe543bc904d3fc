/** What functions cost: invocations with a hundred records by built-in effects, QuickJS and Pyodide. */
import type { FunctionDefinition } from '../src/engine/definition.ts';
import { instant, seconds } from '../src/engine/kernel/time.ts';
import {
  aDefinition,
  aFunction,
  aMapping,
  aTable,
  someTraffic,
} from '../src/engine/testing/definitions.ts';
import { openWithCode } from '../src/runtime/codeHost.ts';
import { type BenchSection, figure } from './section.ts';

const INVOCATIONS = 60;

const CODE = {
  JavaScript: {
    runtime: 'nodejs22.x',
    files: {
      'index.js':
        'let n = 0; exports.handler = async (event) => { for (const { dynamodb } of event.Records) if (dynamodb.Keys.id.S) n++; return n; };',
    },
  },
  Python: {
    runtime: 'python3.13',
    files: {
      'index.py':
        "n = 0\ndef handler(event, context):\n    global n\n    for record in event['Records']:\n        if record['dynamodb']['Keys']['id']['S']: n += 1\n    return n\n",
    },
  },
} as const;

export async function measure(): Promise<BenchSection> {
  const rows = [];
  for (const language of [null, 'JavaScript', 'Python'] as const) {
    const code = language && { ...CODE[language], handler: 'index.handler', environment: {} };
    const fn: Partial<FunctionDefinition> = code ? { code } : {};
    const first = performance.now();
    await run(fn, 1);
    const start = performance.now() - first;
    const perSecond = await run(fn, INVOCATIONS);
    const names = { JavaScript: 'JavaScript in QuickJS', Python: 'Python in Pyodide' };
    const what = language ? names[language] : 'a function that only logs';
    rows.push({
      what: `Batches of 100 records to ${what}: invocations`,
      value: figure(perSecond, 'invocations/s'),
      beside: language ? `loaded and first used in ${figure(start, 'ms')}` : '',
      aim: '',
    });
  }
  const notes = [
    'Records are written, read, filtered and handed over meanwhile, as in any run. A page without code loads nothing of either language. The machine was busy with other work: the ratios say more than the figures.',
  ];
  return { title: 'Functions’ own code', rows, notes };
}

/** Invocations a second of real time. */
async function run(fn: Partial<FunctionDefinition>, invocations: number): Promise<number> {
  const simulation = await openWithCode(
    aDefinition({
      tables: [aTable()],
      functions: [aFunction({ durationMs: { p50: 5, p99: 5 }, ...fn })],
      eventSourceMappings: [aMapping({ batchSize: 100, maximumBatchingWindowMs: 60_000 })],
      traffic: [someTraffic({ perSecond: 400, forMs: 1_000 * Math.ceil(invocations / 4) })],
    }),
  );
  const begun = performance.now();
  simulation.runUntil(instant(seconds(Math.ceil(invocations / 4) + 10)));
  const { succeededInvocations } = simulation.world.state.mappings[0]!.meters;
  return (succeededInvocations / (performance.now() - begun)) * 1_000;
}
