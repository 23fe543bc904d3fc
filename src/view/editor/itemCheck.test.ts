import { describe, expect, it } from 'vitest';
import { checkItem, itemText } from './itemCheck.ts';

const orders = { partitionKey: { name: 'id', type: 'S' } } as const;

describe('an item', () => {
  it('may be plain or typed', () => {
    const item = { id: { S: 'a' }, total: { N: '12.5' } };
    expect(checkItem('{"id": "a", "total": 12.5}', 'plain', orders)).toMatchObject({
      ok: true,
      item,
    });
    expect(checkItem(itemText(item, 'typed'), 'typed', orders)).toMatchObject({ ok: true, item });
  });

  it('has a size', () => {
    expect(checkItem('{"id": "abc"}', 'plain', orders)).toMatchObject({ bytes: 5 });
  });

  it('needs its key, of its type', () => {
    expect(checkItem('{"status": "new"}', 'plain', orders)).toMatchObject({
      ok: false,
      problem:
        'ValidationException: One or more parameter values were invalid: Missing the key id in the item',
      item: { status: { S: 'new' } },
    });
    expect(checkItem('{"id": 7}', 'plain', orders)).toMatchObject({
      problem: expect.stringContaining('Type mismatch for key id expected: S actual: N'),
    });
  });

  it('tells the line of what is no attribute value', () => {
    const text = '{\n  "id": { "S": "a" },\n  "total": { "N": "twelve" }\n}';
    expect(checkItem(text, 'typed', orders)).toMatchObject({
      ok: false,
      place: { line: 3 },
      path: expect.stringContaining('total'),
    });
  });

  it('has at most 400 KB', () => {
    const text = JSON.stringify({ id: 'a', text: 'x'.repeat(410_000) });
    expect(checkItem(text, 'plain', orders)).toMatchObject({
      problem: 'ValidationException: Item size has exceeded the maximum allowed size',
    });
  });
});
