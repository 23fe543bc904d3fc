import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './jsonText.ts';

describe('[A13] a mistake in JSON is named, with its place, as AWS’s command line names it', () => {
  it.each([
    ['{id:1}', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{', 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['', 'Expecting value: line 1 column 1 (char 0)'],
    ['  ', 'Expecting value: line 1 column 3 (char 2)'],
    ['{"a"}', "Expecting ':' delimiter: line 1 column 5 (char 4)"],
    ['{"a":}', 'Expecting value: line 1 column 6 (char 5)'],
    ['{"a":1', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
    ['{"a":1 "b":2}', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
    ['{"a":1,}', 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'],
    ['[1,]', 'Expecting value: line 1 column 4 (char 3)'],
    ['[1 2]', "Expecting ',' delimiter: line 1 column 4 (char 3)"],
    ['{"a":"b', 'Unterminated string starting at: line 1 column 6 (char 5)'],
    ['{"a":"\\x"}', 'Invalid \\escape: line 1 column 7 (char 6)'],
    ['"\\u12"', 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'],
    ['{"a":1} x', 'Extra data: line 1 column 9 (char 8)'],
    ['tru', 'Expecting value: line 1 column 1 (char 0)'],
    ["{'a':1}", 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'],
    ['{"a":\n  b}', 'Expecting value: line 2 column 3 (char 8)'],
    ['{"a":"x\ny"}', 'Invalid control character at: line 1 column 8 (char 7)'],
    ['[', 'Expecting value: line 1 column 2 (char 1)'],
    ['01', 'Extra data: line 1 column 2 (char 1)'],
    ['{"a":{"S":"1"}', "Expecting ',' delimiter: line 1 column 15 (char 14)"],
    ['-', 'Expecting value: line 1 column 1 (char 0)'],
    ['1.', 'Extra data: line 1 column 2 (char 1)'],
    ['{"a":1.5e}', "Expecting ',' delimiter: line 1 column 9 (char 8)"],
  ])('%j', (text, error) => {
    expect(readJson(text)).toEqual({ ok: false, error });
  });

  it('it finds a mistake exactly where there is one', () => {
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', '{', ',', '\\', '1', ' '))
      .map(([json, at, more]) => {
        const place = at % (json.length + 1);
        return json.slice(0, place) + more + json.slice(place + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoilt), (text) => {
        const read = readJson(text);
        if (read.ok) expect(read.value).toEqual(JSON.parse(text));
        else expect(read.error).toMatch(/\(char \d+\)$/u);
      }),
      { numRuns: 3_000 },
    );
    expect(readJson('['.repeat(200_000))).toEqual({ ok: false, error: 'it is nested too deeply' });
    expect(readJson(`"${'['.repeat(200_000)}"`).ok).toBe(true);
  });
});
