import { describe, expect, it } from 'vitest';
import { aTable } from '../../engine/testing/definitions.ts';
import { labDoor } from '../testing/labDoor.ts';
import { formatCli } from './formatCli.ts';
import { readPageToken } from './pageToken.ts';
import { runCli } from './runCli.ts';

async function shell(tables = [aTable()]) {
  const { door } = await labDoor({ tables });
  return async (line: string) => (await runCli(line, door.call)).text;
}
const PUT = `aws dynamodb put-item --table-name Orders --item '{"id":{"S":"1"},"n":{"N":"5"}}'`;

describe('[A14] what is printed', () => {
  it('JSON with four blanks; nothing for an empty answer', async () => {
    const run = await shell();
    expect(await run(PUT)).toBe('');
    expect(await run('aws dynamodb get-item --table-name Orders --key id={S=1}')).toBe(
      JSON.stringify({ Item: { id: { S: '1' }, n: { N: '5' } } }, null, 4),
    );
  });

  it('a refusal, with AWS’s name and words', async () => {
    const run = await shell();
    expect(await run(`${PUT.replace('Orders', 'Nothing')}`)).toBe(
      'An error occurred (ResourceNotFoundException) when calling the PutItem operation: Requested resource not found',
    );
    await run(PUT);
    expect(await run(`${PUT} --condition-expression 'attribute_not_exists(id)'`)).toBe(
      'An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed',
    );
  });

  it('what --query picks', async () => {
    const run = await shell();
    await run(PUT);
    const get = 'aws dynamodb get-item --table-name Orders --key id={S=1} --query';
    expect(await run(`${get} Item.n.N`)).toBe('"5"');
    expect(await run(`${get} Item.n.N --output text`)).toBe('5');
    expect(await run(`${get} Item.nothing`)).toBe('null');
    expect(await run(`${get} 'keys(Item)'`)).toBe(JSON.stringify(['id', 'n'], null, 4));
    expect(await run(`${get} 'Item['`)).toMatch(/^Bad value for --query Item\[: /);
  });

  it('instants as dates', () => {
    const output = { Table: { CreationDateTime: 1_749_945_600, LastModified: 1_749_945_600.25 } };
    expect(JSON.parse(formatCli(output, { output: 'json', query: '' }))).toEqual({
      Table: {
        CreationDateTime: '2025-06-15T00:00:00+00:00',
        LastModified: '2025-06-15T00:00:00.250000+00:00',
      },
    });
  });

  it.each([
    [{ TableNames: ['a', 'b'] }, 'TABLENAMES\ta\nTABLENAMES\tb'],
    [
      { Item: { id: { S: '1' }, n: { N: '5' }, l: { L: [{ S: 'x' }, { N: '1' }] } } },
      'ID\t1\nL\t\tx\nL\t1\t\nN\t5',
    ],
    [
      {
        Items: [
          { a: 1, b: true },
          { a: 2, c: null },
        ],
        Count: 2,
      },
      '2\nITEMS\t1\tTrue\t\nITEMS\t2\t\tNone',
    ],
    [{ a: [[1], [2, [3]]] }, 'A\t1\nA\t2\nA\t3'],
  ])('%j as text', (output, text) => {
    expect(formatCli(output, { output: 'text', query: '' })).toBe(text);
  });
});

describe('[A15] pages', () => {
  const names = Array.from({ length: 230 }, (_, i) => `table-${String(i).padStart(3, '0')}`);
  const tables = () => names.map((name) => aTable({ id: name, name }));
  const list = async (run: (line: string) => Promise<string>, more = '') =>
    JSON.parse(await run(`aws dynamodb list-tables ${more}`));

  it('are put together', async () => {
    const run = await shell(tables());
    expect(await list(run)).toEqual({ TableNames: names });
    expect(await list(run, '--page-size 7')).toEqual({ TableNames: names });
    expect((await list(run, '--no-paginate')).LastEvaluatedTableName).toBe('table-099');
    expect((await list(run, '--limit 5')).TableNames).toEqual(names.slice(0, 5));
  });

  it('end where one wishes, and go on from there', async () => {
    const run = await shell(tables());
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const from = token === undefined ? '' : `--starting-token ${token}`;
      const page = await list(run, `--max-items 42 --page-size 10 ${from}`);
      seen.push(...page.TableNames);
      token = page.NextToken;
    } while (token !== undefined);
    expect(seen).toEqual(names);
    expect(await run('aws dynamodb list-tables --starting-token x')).toBe('Bad starting token: x');
    expect(readPageToken(btoa('{"page":1}'))).toBeNull();
  });
});
