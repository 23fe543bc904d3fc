import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clientTests } from '../aws/testing/clientTests.ts';
import { openSimulation } from '../engine/index.ts';
import { instant, milliseconds } from '../engine/kernel/time.ts';
import { builtInLab } from '../lab/builtIn/index.ts';
import { readLab } from '../lab/readLab.ts';
import { root } from '../tidy/sourceTree.ts';
import { bundledCommand } from './testing/bundledCommand.ts';

const folder = mkdtempSync(join(tmpdir(), 'shardscope-'));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true }));

let program: string;
beforeAll(async () => {
  program = await bundledCommand('endpoint');
});
const command = (...given: string[]) => [program, ...given];

/** Starts the endpoint on a free port. */
async function start(...given: string[]): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, command('--port', '0', ...given), { cwd: root });
  running.push(child);
  const url = await new Promise<string>((resolve, reject) => {
    let heard = '';
    child.stdout!.on('data', (chunk) => {
      heard += chunk;
      const found = /answers at (http:\/\/localhost:\d+)/.exec(heard);
      if (found) resolve(found[1]!);
    });
    child.stderr!.on('data', (chunk) => reject(new Error(String(chunk))));
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return { url, child };
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', (code) => resolve(code)));

async function post(url: string, operation: string, input: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.0',
      'X-Amz-Target': `DynamoDB_20120810.${operation}`,
    },
    body: JSON.stringify(input),
  });
}

describe('[A10] clients of the SDK, over HTTP', () => {
  clientTests(async () => {
    const { url } = await start('--speed', '50', 'study-guide');
    return {
      config: { endpoint: url },
      functionName: 'OrderProcessor',
      wait: () => new Promise((resolve) => setTimeout(resolve, 25)),
    };
  });
});

describe('the AWS CLI', () => {
  const isThere = spawnSync('aws', ['--version']).status === 0;
  it.skipIf(!isThere)(
    '[A1] [A6] works against the endpoint, where it is installed',
    async () => {
      const { url } = await start('--speed', '50', 'study-guide');
      const aws = (line: string) => {
        const given = ['--endpoint-url', url, '--region', 'us-east-1', ...line.split(' ')];
        const env = { ...process.env, AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any' };
        return spawnSync('aws', given, { encoding: 'utf8', env });
      };
      const tables = aws('dynamodb list-tables --output text');
      expect(tables.stderr).toBe('');
      expect(tables.stdout.trim()).toBe('TABLENAMES\tOrders');
      expect(aws('dynamodb put-item --table-name Orders --item id={S=typed}').stderr).toBe('');
      const got = aws('dynamodb get-item --table-name Orders --key id={S=typed}');
      expect(JSON.parse(got.stdout)).toEqual({ Item: { id: { S: 'typed' } } });
      const changed = aws(
        'dynamodb update-table --table-name Orders --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES --query TableDescription.LatestStreamArn --output text',
      );
      const arn = changed.stdout.trim();
      expect(arn).toMatch(/^arn:aws:dynamodb:us-east-1:123456789012:table\/Orders\/stream\/2025-/);
      const mapping = aws(
        `lambda create-event-source-mapping --function-name OrderProcessor --event-source-arn ${arn} --starting-position LATEST --batch-size 100`,
      );
      expect(JSON.parse(mapping.stdout)).toMatchObject({ State: 'Creating', BatchSize: 100 });
      expect(aws('dynamodb describe-table --table-name Nothing').stderr).toContain(
        'An error occurred (ResourceNotFoundException) when calling the DescribeTable operation',
      );
    },
    60_000,
  );
});

describe('the endpoint', () => {
  it('[A8] is not there on any address but the loopback one', async () => {
    const { url } = await start('todos');
    const { port } = new URL(url);
    const { networkInterfaces } = await import('node:os');
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((one) => one && !one.internal && one.family === 'IPv4');
    for (const other of others) {
      await expect(fetch(`http://${other!.address}:${port}/`)).rejects.toThrow();
    }
    expect((await fetch(url)).status).toBe(200);
  });

  it('[A9] leaves a lab file behind that replays what was asked for', async () => {
    const file = join(folder, 'session.yaml');
    const { url, child } = await start('--record', file, '--speed', '20', 'todos');
    for (let i = 0; i < 25; i++) {
      const Item = { TodoID: { S: `asked#${i % 7}` }, n: { N: String(i) } };
      expect((await post(url, 'PutItem', { TableName: 'Todos', Item })).status).toBe(200);
    }
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(0);
    expect(existsSync(`${file}.part`)).toBe(false);
    const reading = readLab(readFileSync(file, 'utf8'));
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const { definition } = reading;
    const own = readLab(builtInLab('todos')!.text);
    expect(own.ok && definition.commands.length - own.definition.commands.length).toBe(25);
    const simulation = await openSimulation(definition);
    simulation.runUntil(instant(milliseconds(definition.untilMs)));
    expect(simulation.world.state.tables[0]!.itemCount).toBe(8);
  });

  it('[A7] outlives bodies and methods of all kinds', async () => {
    const { url } = await start('todos');
    const target = { 'X-Amz-Target': 'DynamoDB_20120810.PutItem' };
    const type = { 'Content-Type': 'application/x-amz-json-1.0' };
    const deep = `{"TableName":"Todos","Item":{"TodoID":{"S":"x"},"a":${'{"L":['.repeat(20_000)}${']}'.repeat(20_000)}}}`;
    const bodies = ['', '{', '[]', 'null', '{"TableName":{}}', deep, '{"__proto__":{"a":1}}'];
    for (const body of bodies) {
      const { status } = await fetch(url, {
        method: 'POST',
        headers: { ...type, ...target },
        body,
      });
      expect([body.slice(0, 30), status]).toEqual([body.slice(0, 30), 400]);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      expect((await fetch(url, { method, headers: type, body: '{}' })).status).toBe(404);
    }
    expect((await fetch(url, { method: 'POST', headers: type, body: '{}' })).status).toBe(400);
    expect((await post(url, 'DescribeTable', { TableName: 'Todos' })).status).toBe(200);
  });

  it.each([
    [['--help'], 0, /^usage: npm run endpoint/],
    [['--port', 'x'], 2, /--port x is not a port/],
    [['no-such-lab'], 2, /neither a file, a folder nor a built-in lab/],
    [['package.json'], 2, /package\.json:/],
  ])('says what it takes: %j', (given, status, text) => {
    const run = spawnSync(process.execPath, command(...given), { cwd: root, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toMatch(text);
    expect(run.status).toBe(status);
  });

  it('says so when its port is taken', async () => {
    const { url } = await start('todos');
    const { port } = new URL(url);
    const run = spawnSync(process.execPath, command('--port', port, 'todos'), {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run.stderr).toBe(`Port ${port} is taken; choose another with --port.\n`);
    expect(run.status).toBe(1);
  });
});
