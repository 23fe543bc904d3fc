import { describe, expect, it } from 'vitest';
import type { KeySchema } from '../../engine/item/key.ts';
import { itemFileReading, readItemFile } from './itemFile.ts';

const schema: KeySchema = { partitionKey: { name: 'id', type: 'S' } };
const numbered: KeySchema = { partitionKey: { name: 'n', type: 'N' } };
const a = { id: { S: 'a' }, size: { N: '3' } };
const b = { id: { S: 'b' }, tags: { SS: ['x', 'y'] } };

describe('the form of what is brought', () => {
  it.each([
    ['dynamoDbJson', `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`],
    ['dynamoDbJson', JSON.stringify([a, b])],
    ['dynamoDbJson', JSON.stringify([a, b], null, 2)],
    ['dynamoDbJson', JSON.stringify({ Items: [a, b], Count: 2, ScannedCount: 2 }, null, 2)],
    ['dynamoDbJson', JSON.stringify({ Items: [a, b], Count: 2 })],
    ['export', `${JSON.stringify({ Item: a })}\n${JSON.stringify({ Item: b })}`],
    [
      'putItem',
      JSON.stringify(
        [
          { TableName: 'T', Item: a },
          { TableName: 'T', Item: b },
        ],
        null,
        1,
      ),
    ],
    [
      'putItem',
      JSON.stringify({ Orders: [{ PutRequest: { Item: a } }, { PutRequest: { Item: b } }] }),
    ],
    ['dynamoDbJson', `\ufeff${JSON.stringify(a, null, 2)}\n${JSON.stringify(b, null, 2)}`],
  ] as const)('[L50] is seen to be %s: %s', (form, text) => {
    const file = readItemFile(text, schema);
    expect(file).toEqual({ form, items: [a, b], problems: [], problemCount: 0 });
  });

  it('[L50] is plain JSON where it is not typed', () => {
    const { form, items } = readItemFile('{"id":"a","size":3,"ok":true,"in":{"S":"x"}}', schema);
    expect(form).toBe('plainJson');
    expect(items).toEqual([
      { id: { S: 'a' }, size: { N: '3' }, ok: { BOOL: true }, in: { M: { S: { S: 'x' } } } },
    ]);
  });

  it('keeps whole numbers longer than a double, and digits in texts', () => {
    const text = '{"id":"x 12345678901234567890","n":12345678901234567890123}';
    expect(readItemFile(text, schema).items).toEqual([
      { id: { S: 'x 12345678901234567890' }, n: { N: '12345678901234567890123' } },
    ]);
  });

  it('reads a plain item that has an attribute called Item', () => {
    const { form, items } = readItemFile('{"id":"a","Item":{"name":"x"}}', schema);
    expect([form, items.length]).toEqual(['plainJson', 1]);
  });
});

describe('a bad row', () => {
  it('[L51] is told with its line, and costs no other', () => {
    const text = [
      '{"id":{"S":"a"}}',
      '{"id":{"S":"b"}',
      '',
      '{"name":{"S":"c"}}',
      '{"id":{"N":"4"}}',
      'nonsense',
      '{"id":{"S":"e"},"n":{"N":"four"}}',
      '{"id":{"S":"f"}}',
    ].join('\n');
    const { items, problems, problemCount } = readItemFile(text, schema);
    expect(items.map(({ id }) => id)).toEqual([{ S: 'a' }, { S: 'f' }]);
    expect(problems.map(({ line }) => line)).toEqual([2, 4, 5, 6, 7]);
    expect(problemCount).toBe(5);
    expect(problems[0]!.text).toContain('is not whole JSON');
    expect(problems[1]!.text).toContain('Missing the key id');
    expect(problems[3]!.text).toBe(
      'nonsense stands where an item is expected, such as { "id": "a" }.',
    );
  });

  it('[L51] in an array is told with the line on which it begins', () => {
    const text = '[\n  {\n    "id": "a"\n  },\n  {\n    "id": 7\n  },\n  {\n    "id": "c"';
    const { items, problems } = readItemFile(text, schema);
    expect(items).toHaveLength(1);
    expect(problems.map(({ line }) => line)).toEqual([5, 8]);
  });

  it('is counted beyond those that are told', () => {
    const { problems, problemCount } = readItemFile('{"x":1}\n'.repeat(250), schema);
    expect([problems.length, problemCount]).toEqual([100, 250]);
  });

  it.each(['', ' \n ', '[]', '{"Items":[]}', 'null', '[1, 2]', '{{{', '"', '\u0000', 'id\n'])(
    'never throws: %j',
    (text) => expect(readItemFile(text, schema).items).toEqual([]),
  );
});

describe('CSV', () => {
  it('[L52] has text in all columns but number keys, and leaves empty cells out', () => {
    const text = 'n,name,price,note\n1,Tea,2.50,\n2,Milk,3,fresh\n';
    expect(readItemFile(text, numbered)).toMatchObject({
      form: 'csv',
      items: [
        { n: { N: '1' }, name: { S: 'Tea' }, price: { S: '2.50' } },
        { n: { N: '2' }, name: { S: 'Milk' }, price: { S: '3' }, note: { S: 'fresh' } },
      ],
      problemCount: 0,
    });
    expect(readItemFile(text, numbered, { csvNumbers: true }).items[0]!.price).toEqual({
      N: '2.5',
    });
  });

  it('takes quotes, commas and line breaks in cells, and counts lines all the same', () => {
    const text = 'id,note\r\na,"one, ""two""\r\nthree"\r\nb\r\nc,ok\r\n';
    const { items, problems } = readItemFile(text, schema);
    expect(items).toEqual([
      { id: { S: 'a' }, note: { S: 'one, "two"\r\nthree' } },
      { id: { S: 'c' }, note: { S: 'ok' } },
    ]);
    expect(problems).toEqual([{ line: 4, text: 'The row has 1 cells where the header has 2.' }]);
  });

  it.each([
    ['id;x\na;1\n', 1],
    ['id\tx\na\t1\n', 1],
    ['id,x\ra,1\rb,2', 2],
  ])('takes other delimiters and line ends: %j', (text, count) => {
    expect(readItemFile(text, schema).items).toHaveLength(count);
  });

  it('says which key column is missing, which number is none, which quote stays open', () => {
    const problem = (text: string, of = schema) => readItemFile(text, of).problems[0];
    expect(problem('name,x\na,1')!.text).toContain('no column id');
    expect(problem('n,x\nfour,1', numbered)).toEqual({
      line: 2,
      text: 'four in column n is not a number.',
    });
    expect(problem('id,x\na,1\nb,"open\nc,2\n')).toMatchObject({ line: 3 });
  });
});

it('reads 10,000 rows of each form in short steps', () => {
  const rows = Array.from({ length: 10_000 }, (_, i) => i);
  const texts = [
    rows.map((i) => JSON.stringify({ id: { S: `k${i}` }, n: { N: String(i) } })).join('\n'),
    JSON.stringify(rows.map((i) => ({ id: `k${i}`, n: i }))),
    `id,n\n${rows.map((i) => `k${i},${i}`).join('\n')}`,
  ];
  for (const text of texts) {
    const reading = itemFileReading(text, schema);
    let steps = 0;
    let last = 0;
    for (let step = reading.next(); ; step = reading.next()) {
      if (step.done) {
        expect([step.value.items.length, step.value.problemCount]).toEqual([10_000, 0]);
        break;
      }
      expect(step.value).toBeGreaterThanOrEqual(last);
      last = step.value;
      steps++;
    }
    expect(steps).toBe(400);
    expect(last).toBeLessThanOrEqual(1);
  }
});
