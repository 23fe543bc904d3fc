import { describe, expect, it } from 'vitest';
import { readRequest, requestKinds } from './protocol.ts';
import { readWishes } from './wishes.ts';

const read = (message: object) => readRequest({ shardscope: 1, id: 3, ...message });
const errorOf = (message: unknown): string => {
  const reading = readRequest(message);
  return reading.ok ? 'ok' : reading.error;
};

describe('[V61] a message to an embed', () => {
  it.each([
    [{ do: 'hello' }],
    [{ do: 'load', lab: 'orders', seed: 7, at: '12s' }],
    [{ do: 'seek', to: 1_500.5 }],
    [{ do: 'play', speed: 0.5 }],
    [{ do: 'command', call: 'dynamodb:PutItem', input: { Item: { id: { S: 'a' } } } }],
    [{ do: 'fault', kind: 'Slow', target: 'Fn', on: true, factor: 3 }],
    [{ do: 'reset' }],
  ])('%j is taken as it is', (request) => {
    expect(read(request)).toEqual({ ok: true, id: 3, request });
  });

  it.each([
    [null, /a message is an object/i],
    ['play', /a message is an object/i],
    [{ do: 'play' }, /a message is an object/i],
    [{ shardscope: 2, id: 1, do: 'play' }, /version 2 .* this is version 1/],
    [{ shardscope: 1, do: 'play' }, /id is not a whole number/],
    [{ shardscope: 1, id: 1, do: 'explode' }, /“explode” is not understood here; hello, load/],
    [{ shardscope: 1, id: 1, do: 'constructor' }, /not understood/],
    [{ shardscope: 1, id: 1, do: 'seek' }, /seek: to is not a time/],
    [{ shardscope: 1, id: 1, do: 'seek', to: -1 }, /seek: to is not a time/],
    [{ shardscope: 1, id: 1, do: 'seek', to: Number.NaN }, /seek: to is not a time/],
    [{ shardscope: 1, id: 1, do: 'seek', to: '999999d' }, /seek: to is not a time/],
    [{ shardscope: 1, id: 1, do: 'pause', now: true }, /pause has no member “now”/],
    [{ shardscope: 1, id: 1, do: 'load', text: 'x'.repeat(1_048_577) }, /at most 1 MiB/],
    [{ shardscope: 1, id: 1, do: 'command', call: 'x:Y', input: [] }, /input is not an object/],
    [
      JSON.parse('{"shardscope":1,"id":1,"do":"command","call":"x","input":{"__proto__":{}}}'),
      /input is not an object of plain values/,
    ],
  ])('%j is refused with a sentence', (message, sentence) => {
    expect(errorOf(message)).toMatch(sentence);
  });

  it('is refused when it is nested without end, or refers to itself', () => {
    const input: Record<string, unknown> = {};
    input.self = input;
    expect(errorOf({ shardscope: 1, id: 1, do: 'command', call: 'x', input })).toMatch(/plain/);
  });

  it('never throws, whatever ten thousand are made of', () => {
    const seed = 20_261_121;
    let state = seed;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const names = ['shardscope', 'id', 'do', 'to', 'lab', 'input', 'call', 'on', '__proto__', 'x'];
    const values = [
      () => draw(3),
      () => -draw(1_000) / 7,
      () => requestKinds[draw(requestKinds.length)],
      () => String.fromCharCode(draw(0xffff)).repeat(draw(50)),
      () => [null, undefined, true, Number.NaN, 12n, Symbol.iterator][draw(6)],
      () => new Map([[draw(5), new Date(draw(9))]]),
      () => ({ [names[draw(names.length)]!]: { S: '<img src=x onerror=alert(1)>' } }),
      () => Array.from({ length: draw(30) }, () => draw(3)),
      () => '12s',
    ];
    for (let round = 0; round < 10_000; round++) {
      const message: Record<string, unknown> = {
        shardscope: draw(8) === 0 ? draw(9) : 1,
        id: draw(5),
      };
      for (let members = draw(6); members >= 0; members--) {
        message[names[draw(names.length)]!] = values[draw(values.length)]!();
      }
      const reading = readRequest(draw(20) === 0 ? values[draw(values.length)]!() : message);
      if (!reading.ok) expect(reading.error, `seed ${seed}, round ${round}`).toMatch(/\.$/u);
      else expect(requestKinds).toContain(reading.request.do);
    }
  });
});

describe('an embed’s address', () => {
  it('says what is to be seen', () => {
    const hash =
      '#lab=todos&seed=7&at=12s&speed=0.5&autoplay&controls=none&theme=dark&focus=Fn&compare=polling&start=click&parent=https://docs.example.com';
    expect(readWishes('?lab=orders', hash)).toEqual({
      lab: 'todos',
      seed: 7,
      atMs: 12_000,
      speed: 0.5,
      autoplay: true,
      controls: 'none',
      theme: 'dark',
      focus: 'Fn',
      compare: true,
      start: 'click',
      parent: 'https://docs.example.com',
      complaints: [],
    });
  });

  it.each([
    ['?parent=*', /parent=\*; an origin/],
    ['?parent=null', /parent=null; an origin/],
    ['?parent=https://a.example/', /an origin such as/],
    ['?parent=javascript://x', /an origin such as/],
    ['?theme=pink', /theme=pink; auto, light, dark/],
    ['?lab=../../etc', /the name of a lab/],
    ['?at=soon', /at=soon; a time/],
    ['?compare=dms', /compare=dms; polling/],
    ['?lesson=../x', /the name of a lesson/],
    ['?lesson=one&step=0', /step=0; the number of a step/],
    ['?focus=<img>', /a logical id/],
  ])('%s has a part that is not understood, and says so', (search, sentence) => {
    const { complaints, lesson: _, ...wishes } = readWishes(search, '');
    expect(complaints).toEqual([expect.stringMatching(sentence)]);
    expect(wishes).toMatchObject({ lab: 'orders', theme: 'auto', controls: 'minimal' });
  });
});
