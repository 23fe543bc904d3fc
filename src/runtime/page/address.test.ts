import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

describe('the address', () => {
  it('opens the orders lab, playing, when it says nothing', () => {
    expect(readAddress('', '')).toEqual({ lab: 'orders', autoplay: true, complaints: [] });
  });

  it('names a lesson and its step', () => {
    expect(readAddress('?lesson=what-a-change-is&step=3', '').lesson).toEqual({
      id: 'what-a-change-is',
      step: 3,
    });
    expect(readAddress('?lesson=a&step=0', '')).toMatchObject({
      lesson: { id: 'a', step: 1 },
      complaints: [expect.stringContaining('step')],
    });
  });

  it('names lab, seed, instant and speed; the fragment wins over the query', () => {
    expect(readAddress('?lab=todos&seed=9&at=1.5h&speed=0.5', '#seed=10')).toEqual({
      lab: 'todos',
      seed: 10,
      at: 5_400_000_000,
      speed: 0.5,
      autoplay: false,
      complaints: [],
    });
  });

  it('keeps a link as it is, to be read with the lab', () => {
    expect(readAddress('?lab=todos', '#link=1.0a.Zz-_&at=2s')).toMatchObject({
      link: '1.0a.Zz-_',
      at: 2e6,
      complaints: [],
    });
  });

  it.each([
    ['autoplay', true],
    ['autoplay=true', true],
    ['autoplay=0', false],
  ])('plays or not as %s says', (query, autoplay) => {
    expect(readAddress(`?at=2s&${query}`, '').autoplay).toBe(autoplay);
  });

  it.each([
    'seed=-1',
    'seed=1e3',
    'seed=99999999999',
    'at=12',
    'at=-3s',
    'at=9999999d',
    'speed=0',
    'speed=fast',
    'speed=1000000',
    'lab=../secret',
    'lab=<b>',
    'autoplay=perhaps',
  ])('[B11] says what is wrong with %s, and does without it', (query) => {
    const { complaints, ...wishes } = readAddress(`?${query}`, '');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(query.split('=')[0]);
    expect(wishes).toEqual({ lab: 'orders', autoplay: true });
  });
});
