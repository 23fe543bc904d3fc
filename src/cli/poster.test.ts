import { describe, expect, it } from 'vitest';
import { parsePosterArguments } from './posterArguments.ts';

const said = (...argv: string[]): unknown => parsePosterArguments(argv);

describe('poster', () => {
  it('takes a lab, instants and a look', () => {
    expect(said('orders')).toEqual({
      lab: 'orders',
      atMs: [0],
      look: { theme: 'light', width: 1_200, height: 420 },
    });
    const all = ['--at', '9s,500ms', '--theme', 'dark', '--width', '400', '--seed', '7'];
    expect(said('lab.yaml', ...all, '--out', 'x.svg')).toEqual({
      lab: 'lab.yaml',
      atMs: [500, 9_000],
      look: { theme: 'dark', width: 400, height: 420 },
      out: 'x.svg',
      seed: 7,
    });
  });

  it.each([
    [[], /Which lab/],
    [['a', 'b'], /One lab at a time/],
    [['a', '--at', 'soon'], /“soon” is not a time/],
    [['a', '--at', '401d'], /up to 400 days/],
    [['a', '--at', Array(13).fill('1s').join(',')], /13 instants; at most 12/],
    [['a', '--theme', 'pink'], /light and dark are/],
    [['a', '--out', 'x.png'], /not an \.svg file/],
    [['a', '--width', '9'], /from 320 to 2400/],
    [['a', '--seed', '-1'], /seed/],
    [['a', '--sauce'], /--sauce/],
  ])('%j is refused with a sentence', (argv, sentence) => {
    expect(said(...argv)).toEqual({ error: expect.stringMatching(sentence) });
  });
});
