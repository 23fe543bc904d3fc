/** Functions in JavaScript: how they are loaded and called, what they find, how they fail. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../aws/door.ts';
import { instant } from '../engine/kernel/time.ts';
import { put } from '../engine/testing/definitions.ts';
import { answerOf, logOf, resultsOf, runHandler } from './testing/handlerLab.ts';

describe('a JavaScript handler', () => {
  it('[H1] is given the event that Lambda gives, and a context', async () => {
    const code = `export const handler = async (event, context) => ({
      record: event.Records[0].eventName, key: event.Records[0].dynamodb.Keys, source: event.Records[0].eventSource,
      name: context.functionName, id: context.awsRequestId.length, left: context.getRemainingTimeInMillis() > 2000,
    });`;
    expect(await answerOf(code)).toEqual({
      ...{ record: 'INSERT', key: { id: { S: 'a' } }, source: 'aws:dynamodb' },
      ...{ name: 'Processor', id: 36, left: true },
    });
  });

  it.each([
    ['an ES module', { 'index.mjs': 'export const handler = async () => 1;' }],
    [
      'one known by how it is written',
      { 'index.js': 'export async function handler() { return 1 }' },
    ],
    [
      'one by its package',
      {
        'index.js': 'const f = async () => 1\nexport { f as handler }',
        'package.json': '{"type":"module"}',
      },
    ],
    ['CommonJS', { 'index.js': 'exports.handler = async () => 1;' }],
    [
      'CommonJS that is exported whole',
      { 'index.js': 'module.exports = { handler: async () => 1 };' },
    ],
    [
      'a callback',
      {
        'index.js':
          'exports.handler = (event, context, callback) => { setTimeout(() => callback(null, 1), 50); };',
      },
    ],
    [
      'context.succeed',
      { 'index.js': 'exports.handler = (event, context) => { context.succeed(1); };' },
    ],
    [
      'several files',
      {
        'index.mjs':
          'import { one } from "./lib/one.mjs"; import two from "./two.cjs"; export const handler = async () => one - two + 2;',
        'lib/one.mjs': 'export const one = 1;',
        'two.cjs': 'module.exports = 2;',
      },
    ],
    [
      'a dependency',
      {
        'index.js': 'const one = require("one"); exports.handler = async () => one();',
        'node_modules/one/package.json': '{"main":"lib/main.js"}',
        'node_modules/one/lib/main.js': 'module.exports = () => require("./data.json").one;',
        'node_modules/one/lib/data.json': '{"one":1}',
      },
    ],
    [
      'await at the top',
      {
        'index.mjs':
          'const one = await new Promise((done) => setTimeout(done, 10, 1)); export const handler = async () => one;',
      },
    ],
  ])('[H1] may be %s', async (_, code) => {
    expect(await answerOf(code)).toBe(1);
  });

  it('[H2] keeps what it keeps until its environment is cold again', async () => {
    const code = 'let n = 0; export const handler = async () => ++n;';
    const ids = ['a', 'b', 'c'];
    const warm = await runHandler({ code, ids, mapping: { batchSize: 1 } }, 20);
    const { environments } = warm.world.state;
    expect((resultsOf(warm) as number[]).sort()).toEqual(
      environments
        .flatMap(({ invocations }) => Array.from({ length: invocations }, (_, i) => i + 1))
        .sort(),
    );
    expect(Math.max(...(resultsOf(warm) as number[]))).toBeGreaterThan(0);
  });

  it('[H3] lives in virtual time, in UTC, and draws by the seed', async () => {
    const code = `export const handler = async () => {
      const before = Date.now(); await new Promise((done) => setTimeout(done, 250));
      return [Date.now() - before, new Date(2026, 0, 5, 9).toISOString(), new Date('2026-01-05T09:00').getTime(), new Date().getHours(), Math.random(), crypto.randomUUID()];
    };`;
    const [first, again, other] = await Promise.all([
      answerOf(code),
      answerOf(code),
      runHandler({ code, more: { seed: 2 } }).then((run) => resultsOf(run)[0]),
    ]);
    expect(first).toEqual([
      250,
      '2026-01-05T09:00:00.000Z',
      1767603600000,
      9,
      expect.any(Number),
      expect.any(String),
    ]);
    expect(again).toEqual(first);
    expect((other as unknown[])[4]).not.toEqual((first as unknown[])[4]);
  });

  it('[H1] writes the function’s log as Node writes it', async () => {
    const code = `export const handler = async () => {
      console.log('text', 1, { a: [1, 'x'], b: new Date(0), m: new Map([['k', 1]]) }); console.error('%s is %d', 'n', 4); console.warn(null, undefined, [undefined]);
    };`;
    expect(logOf(await runHandler({ code }))).toEqual([
      "INFO\ttext 1 { a: [ 1, 'x' ], b: 1970-01-01T00:00:00.000Z, m: Map(1) { 'k' => 1 } }",
      'ERROR\tn is 4',
      'WARN\tnull undefined [ undefined ]',
    ]);
  });
});

describe('a JavaScript handler that fails', () => {
  const errorOf = async (code: string | Record<string, string>, handler?: string) =>
    (await answerOf(code, { ...(handler && { handler }) })) as {
      errorType: string;
      errorMessage: string;
      trace?: string[];
    };

  it('[H5] tells type, message and line of what it threw', async () => {
    const error = await errorOf(
      'const f = () => {\n  throw new TypeError("no");\n};\nexport const handler = async () => f();',
    );
    expect(error).toMatchObject({ errorType: 'TypeError', errorMessage: 'no' });
    expect(error.trace![1]).toContain('index.mjs:2');
  });

  it.each([
    ['a text', 'throw "no"', { errorType: 'string', errorMessage: 'no' }],
    ['nothing', 'throw undefined', { errorType: 'undefined', errorMessage: 'undefined' }],
    ['an object', 'throw { a: 1 }', { errorType: 'object', errorMessage: '[object Object]' }],
    [
      'a rejected promise',
      'return Promise.reject(new RangeError("r"))',
      { errorType: 'RangeError', errorMessage: 'r' },
    ],
    [
      'a promise that is never settled',
      'return new Promise(() => {})',
      { errorType: 'Runtime.NodeJsExit' },
    ],
    [
      'an answer in a circle',
      'const a = {}; a.a = a; return a',
      { errorType: 'Runtime.UnknownReason' },
    ],
    [
      'process.exit',
      'process.exit(3)',
      { errorType: 'Runtime.ExitError', errorMessage: expect.stringContaining('exit status 3') },
    ],
    [
      'an error whose parts throw',
      'throw Object.defineProperty(new Error(), "message", { get() { throw 1 } })',
      { errorType: 'handled' },
    ],
  ])('[H5] with %s', async (_, code, told) => {
    expect(await errorOf(`export const handler = async () => { ${code} };`)).toMatchObject(told);
  });

  it.each([
    [
      'a syntax error',
      { 'index.mjs': 'export const handler = async () => {\n  return 1 +;\n};' },
      'index.handler',
      'Runtime.UserCodeSyntaxError',
    ],
    ['a missing file', { 'main.mjs': '' }, 'index.handler', 'Runtime.ImportModuleError'],
    [
      'a missing handler',
      { 'index.mjs': 'export const other = 1;' },
      'index.handler',
      'Runtime.HandlerNotFound',
    ],
    [
      'a missing module',
      { 'index.js': 'require("axios")' },
      'index.handler',
      'Runtime.ImportModuleError',
    ],
    ['a bad name', { 'index.js': '' }, 'handler', 'Runtime.MalformedHandlerName'],
  ])('[H5] before it begins, with %s', async (_, code, handler, errorType) => {
    expect(await errorOf(code as Record<string, string>, handler)).toMatchObject({ errorType });
  });

  it('[H5] tells the line of a syntax error', async () => {
    const error = await errorOf('export const handler = async () => {\n  return 1 +;\n};');
    expect(error.trace!.join('\n')).toMatch(/index\.mjs:2/u);
  });

  it('[H6] by an endless loop runs out of its time', async () => {
    const simulation = await runHandler(
      { code: 'export const handler = async () => { for (;;); };' },
      10,
    );
    expect(simulation.world.state.mappings[0]!.meters.timedOut).toBeGreaterThan(0);
  });

  it('[H6] by a huge allocation is killed', async () => {
    const simulation = await runHandler({
      code: 'export const handler = async () => { const all = []; for (;;) all.push(new Uint8Array(4e6)); };',
    });
    expect(resultsOf(simulation)[0]).toMatchObject({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringContaining('signal: killed'),
    });
  });
});

describe('environments', () => {
  it('[H8] are made anew for other code', async () => {
    const simulation = await runHandler({
      code: 'let n = 0; export const handler = async () => ["old", ++n];',
    });
    const files = { 'index.mjs': 'let n = 0; export const handler = async () => ["new", ++n];' };
    const code = { runtime: 'nodejs22.x', handler: 'index.handler', files, environment: {} };
    simulation.submit({ call: 'shardscope:SaveCode', input: { function: 'Processor', code } });
    simulation.submit(put({ id: { S: 'b' } }), instant(4e6));
    simulation.runUntil(instant(7e6));
    expect(resultsOf(simulation)).toEqual([
      ['old', 1],
      ['new', 1],
    ]);
  });

  it('[H7] end after 500 invocations', async () => {
    const code = 'let n = 0; export const handler = async () => ++n;';
    const simulation = await runHandler({ code, fn: { durationMs: { p50: 1, p99: 1 } } });
    for (let i = 0; i < 505; i++) {
      simulation.submit({
        call: 'shardscope:TestFunction',
        input: { function: 'Processor', Payload: '{}' },
      });
      simulation.runUntil(instant(simulation.now + 150_000));
    }
    const results = resultsOf(simulation) as number[];
    expect(Math.max(...results)).toBe(500);
    expect(results.at(-1)).toBe(6);
  });

  it('[H9] are given test events beside the stream', async () => {
    const code =
      "import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs'; export const handler = async (event) => { await new SQSClient({}).send(new SendMessageCommand({ QueueUrl: 'sqs', MessageBody: 'x' })); if (event.fail) throw new Error('asked for'); return event; };";
    const simulation = await runHandler({ code, ids: [] });
    for (const payload of ['{"a":1}', '{"fail":true}']) {
      simulation.submit({
        call: 'shardscope:TestFunction',
        input: { function: 'Processor', Payload: payload },
      });
      simulation.runUntil(instant(simulation.now + 2e6));
    }
    expect(resultsOf(simulation)).toEqual([
      { a: 1 },
      expect.objectContaining({ errorMessage: 'asked for' }),
    ]);
    expect(simulation.world.state.targets.find(({ id }) => id === 'SQS')!.size).toBe(2);
    expect(() =>
      simulation.submit({
        call: 'shardscope:TestFunction',
        input: { function: 'Processor', Payload: '{' },
      }),
    ).toThrow('not JSON');
  });
});

it('[H13] [H8] runs what UpdateFunctionCode has brought', async () => {
  const simulation = await runHandler({
    code: 'export const handler = async () => "old";',
  });
  const ZipFile = Buffer.from(
    zipSync({ 'index.mjs': strToU8('export const handler = async () => "new";') }),
  ).toString('base64');
  const call = { FunctionName: 'Processor', ZipFile };
  expect(createDoor(simulation).call('lambda', 'UpdateFunctionCode', call)).toMatchObject({
    ok: true,
  });
  simulation.submit(put({ id: { S: 'b' } }), instant(4e6));
  simulation.runUntil(instant(7e6));
  expect(resultsOf(simulation)).toEqual(['old', 'new']);
});
