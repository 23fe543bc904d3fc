import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, splitCommandLine } from './commandLine.ts';

const wordsOf = (line: string) => splitCommandLine(line).words.map(({ text }) => text);

describe('[A11] a line is split as a shell would split it', () => {
  it.each([
    ['aws  dynamodb\tlist-tables ', ['aws', 'dynamodb', 'list-tables']],
    [`a '{"id": {"S": "x y"}}' b`, ['a', '{"id": {"S": "x y"}}', 'b']],
    [`"{\\"id\\":{\\"S\\":\\"1\\"}}"`, ['{"id":{"S":"1"}}']],
    [`"a \\n b"`, ['a \\n b']],
    [`a\\ b c\\'d`, ['a b', "c'd"]],
    [`'it'\\''s'`, ["it's"]],
    [`pre"mid 'x'"post`, ["premid 'x'post"]],
    [`''`, ['']],
    [`a "" b`, ['a', '', 'b']],
    [
      'aws dynamodb \\\n  scan \\\n --table-name T',
      ['aws', 'dynamodb', 'scan', '--table-name', 'T'],
    ],
    [`'two\nlines'`, ['two\nlines']],
    ['aws help # what there is', ['aws', 'help']],
    ['a#b', ['a#b']],
    ['', []],
    ['   ', []],
  ])('%j', (line, words) => {
    expect(wordsOf(line)).toEqual(words);
    expect(splitCommandLine(line).open).toBe('');
  });

  it.each([
    [`a 'b`, "'"],
    ['a "b', '"'],
    ['a "b\\"', '"'],
    ['a \\', '\\'],
  ])('%j is still open', (line, open) => {
    expect(splitCommandLine(line).open).toBe(open);
  });

  it('nothing is expanded, and what only a shell can do is refused', () => {
    expect(wordsOf(`'$HOME' "$(id)" '\`id\`' * ~ {a,b}`)).toEqual([
      '$HOME',
      '$(id)',
      '`id`',
      '*',
      '~',
      '{a,b}',
    ]);
    for (const line of ['a | b', 'a && b', 'a; b', 'a > b', 'a < b', 'a $(b)', 'a `b`', 'a $B']) {
      expect(splitCommandLine(line).refused).not.toBeNull();
    }
  });

  it('any text, quoted, is one word; a word knows its place; no line makes it fail', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) => {
        expect(wordsOf(texts.map(quoted).join(' '))).toEqual(texts);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[ab '"\\\n|#]*$/u), (line) => {
        let end = 0;
        for (const { from, to } of splitCommandLine(line).words) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(line.length);
          end = to;
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
