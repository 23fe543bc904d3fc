import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShorthand, ShorthandError } from './shorthand.ts';

describe('[A12] shorthand is read as AWS’s command line reads it', () => {
  it.each([
    ['a=b', { a: 'b' }],
    ['a=b,c=d', { a: 'b', c: 'd' }],
    ['a=b,c,d', { a: ['b', 'c', 'd'] }],
    ['a=b,c,d=e', { a: ['b', 'c'], d: 'e' }],
    ['a={b=c,d=e},f=g', { a: { b: 'c', d: 'e' }, f: 'g' }],
    ['a=[b,c],d=e', { a: ['b', 'c'], d: 'e' }],
    ['a=[{b=c},{b=d}]', { a: [{ b: 'c' }, { b: 'd' }] }],
    [`a="x,y",b='z'`, { a: 'x,y', b: 'z' }],
    ['a=b\\,c,d=e', { a: 'b,c', d: 'e' }],
    ['a=', { a: '' }],
    ['a=,b=c', { a: '', b: 'c' }],
    ['a={}', { a: {} }],
    ['a=[]', { a: [] }],
    ['a={b=[1,2]},c={d={e=f}}', { a: { b: ['1', '2'] }, c: { d: { e: 'f' } } }],
    ['a.b=c', { 'a.b': 'c' }],
    ['a=b c,d=e', { a: 'b c', d: 'e' }],
    ['a= b , c = d', { a: 'b', c: 'd' }],
    [`a='it\\'s'`, { a: "it's" }],
    ['a=b=c', { a: 'b=c' }],
    ['a=x:y/z', { a: 'x:y/z' }],
    [`a=b,c,d='e'`, { a: ['b', 'c'], d: 'e' }],
    ['=b', { '': 'b' }],
  ])('%s', (text, value) => {
    expect(parseShorthand(text)).toEqual(value);
  });

  it.each([
    ['foo', "Expected: '=', received: 'EOF'"],
    ['a=b,', "Expected: '<second>', received: '<none>'"],
    ['a={b=c', "Expected: ',', received: 'EOF'"],
    ['a=[b', "Expected: ',', received: 'EOF'"],
    ['a="b', "Expected: '<double quoted>', received: '<none>'"],
    ["a='b", "Expected: '<single quoted>', received: '<none>'"],
    ['{a=b', "Expected: '=', received: '{'"],
    ['a={b}', "Expected: '=', received: '}'"],
    ['', "Expected: '=', received: 'EOF'"],
    ['a=b,a=c', 'Second instance of key "a" encountered'],
  ])('%j is refused in its words', (text, sentence) => {
    expect(() => parseShorthand(text)).toThrow(sentence);
  });

  it('the place of a mistake is shown', () => {
    expect(() => parseShorthand('a=b,c')).not.toThrow();
    expect(() => parseShorthand('a={b}')).toThrow('for input:\na={b}\n    ^');
  });

  it('no text makes it fail otherwise, nor run for long', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab=,{}[\]"'\\ ]*$/u, { maxLength: 60 }), (text) => {
        try {
          parseShorthand(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ShorthandError);
        }
      }),
      { numRuns: 5_000 },
    );
    expect(() => parseShorthand(`a=${'['.repeat(100_000)}`)).toThrow(ShorthandError);
    expect(() => parseShorthand(`a=${'{b='.repeat(100_000)}`)).toThrow(ShorthandError);
    expect(Object.keys(parseShorthand('__proto__=x,constructor=y'))).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});
