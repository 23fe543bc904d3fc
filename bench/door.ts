/** PutItem through the front door: in the process, by the SDK, and over HTTP beside dynalite and an echo. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createDoor } from '../src/aws/door.ts';
import { createRequestHandler } from '../src/aws/wire/requestHandler.ts';
import { after, instant, milliseconds } from '../src/engine/kernel/time.ts';
import { inBuiltPage } from './builtPage.ts';
import type {} from './doorPage.ts';
import { item, KEYS, putsPerSecond, quietTable, TableName } from './doorPuts.ts';
import { askOnce, CONNECTIONS, httpRequest, requestsPerSecond } from './httpLoad.ts';
import { type BenchSection, figure, times } from './section.ts';

const SECONDS = 2;
export async function measure(): Promise<BenchSection> {
  const engine = await putsPerSecond('engine');
  const door = await putsPerSecond('door');
  const page = await inPage();
  const sdk = await sdkPutsPerSecond();
  const http = await serving(ENDPOINT, httpPuts);
  const echo = await serving(ECHO, httpPuts);
  const dynalite = await serving(DYNALITE, async (port, pid) => {
    await makeTable(port);
    return httpPuts(port, pid);
  });
  const row = (what: string, value: number, beside: string, aim = '') => ({
    ...{ what, beside, aim },
    value: figure(value, 'PutItem/s'),
  });
  return {
    title: 'Front door',
    rows: [
      row('Into the engine, in the process', engine, '', '150,000 PutItem/s'),
      row('Through the door, in the process', door, `engine alone: ${times(engine / door)}`),
      row(
        'Through the door, in the page’s worker',
        page,
        `Node: ${(page / door).toFixed(2)} × of it`,
      ),
      row('By the SDK’s client, without a network', sdk, 'signing and parsing are the SDK’s'),
      row(
        `Over HTTP, ${CONNECTIONS} connections`,
        http.perSecond,
        `dynalite ${figure(dynalite.perSecond, 'PutItem/s')}: ${times(http.perSecond / dynalite.perSecond)}; bare echo ${figure(echo.perSecond, 'requests/s')}: ${(http.perSecond / echo.perSecond).toFixed(2)} ×`,
        '1.5 × dynalite, 0.6 × echo',
      ),
    ],
    notes: [
      `Every PutItem changes one of ${KEYS} items of about 100 bytes, in a table with four partitions and no stream. Over HTTP the client, on the same machine, is a bare socket; the servers are processes of their own, one after the other.`,
      ...(http.processorUs > 0
        ? [
            `Processor time a request takes in the server: ${figure(http.processorUs, 'µs')}, in dynalite ${figure(dynalite.processorUs, 'µs')}, in the echo ${figure(echo.processorUs, 'µs')}. A busy machine leaves this as it is, and the rates not.`,
          ]
        : []),
    ],
  };
}

/** In headless Chromium, in a worker, where the page's own simulation runs. */
const inPage = (): Promise<number> =>
  inBuiltPage('doorPage', 5_215, async (page) => {
    await page.waitForFunction(() => 'measureDoor' in window);
    return page.evaluate(() => window.measureDoor('door'));
  });

async function sdkPutsPerSecond(): Promise<number> {
  const simulation = await quietTable();
  const client = new DynamoDBClient({
    region: 'us-east-1',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    requestHandler: createRequestHandler({ call: createDoor(simulation).call, seed: 1 }),
  });
  const put = async (n: number) => {
    simulation.runUntil(instant(after(simulation.now, milliseconds(1))));
    await client.send(new PutItemCommand({ TableName, Item: item(n) }));
  };
  for (let n = 0; n < 500; n++) await put(n);
  const begun = performance.now();
  let done = 0;
  for (; performance.now() - begun < SECONDS * 1_000; done++) await put(done);
  return (done / (performance.now() - begun)) * 1_000;
}

/** A minute a second, so that the table's capacity is not the limit. */
const ENDPOINT = [
  '--import',
  'tsx',
  'src/cli/endpoint.ts',
  'study-guide',
  '--speed',
  '60',
  '--port',
];
const ECHO = ['bench/echoServer.mjs'];
const DYNALITE = ['bench/dynaliteServer.mjs'];

/** Starts a server, which says when it listens, measures, and ends it. */
async function serving(
  command: readonly string[],
  run: (port: number, pid: number) => Promise<HttpPuts>,
): Promise<HttpPuts> {
  const port = 5_219;
  const child = spawn(process.execPath, [...command, String(port)], { stdio: 'pipe' });
  try {
    await listening(child);
    return await run(port, child.pid!);
  } finally {
    child.kill();
    await new Promise((resolve) => child.once('exit', resolve));
  }
}

const listening = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout!.once('data', () => resolve());
    child.stderr!.once('data', (text) => reject(new Error(String(text))));
  });

interface HttpPuts {
  perSecond: number;
  /** Of the server's processor time, for one; 0 where the machine does not tell. */
  processorUs: number;
}

async function httpPuts(port: number, pid: number): Promise<HttpPuts> {
  const put = (n: number) => httpRequest('PutItem', { TableName, Item: item(n) });
  await requestsPerSecond(port, 1, put);
  const best: HttpPuts = { perSecond: 0, processorUs: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 3; round++) {
    const before = processorUs(pid);
    const begun = performance.now();
    const perSecond = await requestsPerSecond(port, SECONDS, put);
    const count = (perSecond * (performance.now() - begun)) / 1_000;
    best.perSecond = Math.max(best.perSecond, perSecond);
    best.processorUs = Math.min(best.processorUs, (processorUs(pid) - before) / count);
  }
  return best;
}

/** Processor time that a process has used, to a hundredth of a second; 0 where Linux does not tell. */
function processorUs(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

async function makeTable(port: number): Promise<void> {
  await askOnce(port, 'CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  });
  for (;;) {
    if ((await askOnce(port, 'DescribeTable', { TableName })).includes('"ACTIVE"')) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
