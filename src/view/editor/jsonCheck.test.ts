import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonWords } from '../words/json.ts';
import { checkJson } from './jsonCheck.ts';

const problem = (text: string): string => {
  const check = checkJson(text, jsonWords);
  return check.ok ? 'right' : `${check.place.line}:${check.place.column} ${check.problem}`;
};

describe('what is right', () => {
  it('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const check = checkJson(text, jsonWords);
        const exact = (_: string, part: unknown) =>
          typeof part === 'bigint' ? Number(part) : part;
        expect(check.ok && JSON.stringify(check.value, exact)).toBe(
          JSON.stringify(JSON.parse(text)),
        );
      }),
    );
  });

  it('keeps the digits of whole numbers that a double cannot hold', () => {
    expect(checkJson('{"n": 12345678901234567890}', jsonWords)).toMatchObject({
      value: { n: 12345678901234567890n },
    });
  });

  it('has places for its values', () => {
    const check = checkJson('{\n  "a": {\n    "b": [1, 2]\n  }\n}', jsonWords);
    expect(check.ok && check.places.get('a.b.1')).toEqual({ line: 3, column: 14 });
  });

  it('may have a name that objects have of themselves', () => {
    const check = checkJson('{"__proto__": 1}', jsonWords);
    expect(check.ok && Object.keys(check.value as object)).toEqual(['__proto__']);
  });
});

it('refuses exactly what JSON.parse refuses, but for names that come twice', () => {
  const pieces = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"a"',
    ':',
    ',',
    '1',
    '-',
    'true',
    ' ',
    "'",
    'x',
    '\n',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      let parses = true;
      try {
        JSON.parse(text);
      } catch {
        parses = false;
      }
      const check = checkJson(text, jsonWords);
      if (!check.ok && check.problem.includes('there twice')) return;
      expect(check.ok).toBe(parses);
    }),
    { numRuns: 2_000 },
  );
});

describe('what is wrong', () => {
  it.each([
    ['', '1:1 There is nothing here yet'],
    ['{ "a": 1,\n}', '1:9 The comma after the last value'],
    ["{ 'a': 1 }", '1:3 JSON has double quotes only'],
    ['{ a: 1 }', '1:3 A name needs double quotes: write "a".'],
    ['{ "a" 1 }', '1:7 Found 1 where a colon is needed.'],
    ['{ "a": 1 "b": 2 }', '1:10 Found " where a comma or } is needed.'],
    ['{\n  "a": nope\n}', '2:8 Found nope where a value'],
    ['{ "a": 01 }', '1:8 01 is no JSON number'],
    ['{ "a": "x', '1:10 The text ends where the closing "'],
    ['{ "a": "x\n" }', '1:10 A text cannot go over the end'],
    ['{ "a": 1, "a": 2 }', '1:11 "a" is there twice'],
    ['{ "a": 1 } x', '1:12 The JSON is complete'],
    ['{ "a": ', '1:8 The text ends where a value'],
  ])('%j', (text, start) => {
    expect(problem(text)).toContain(start);
  });
});
