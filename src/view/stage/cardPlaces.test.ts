import { afterEach, expect, it, vi } from 'vitest';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import { readLab } from '../../lab/readLab.ts';
import { initialState, useLab } from '../../runtime/page/useLab.ts';
import { adoptOldPlaces, readPlaces, tidyCards } from './cardPlaces.ts';
import { nextMove, noteTakenBack, takeMove, useMoves } from './moveHistory.ts';

/** What is kept is asked of a session; none is wanted here. */
vi.mock('../../runtime/session/startSession.ts', () => ({
  startSession: () => ({ receive: () => {} }),
}));

afterEach(() => {
  vi.unstubAllGlobals();
  useLab.setState(initialState);
});

const openOrders = (): void => {
  const reading = readLab(builtInLabs[0]!.text);
  if (reading.ok) useLab.setState({ labId: 'orders', definition: reading.definition });
};

it('[V95] reads the places that are kept, and nothing that is none', () => {
  expect(readPlaces('{"table:0":{"part":0.2,"y":40}}')).toEqual({
    'table:0': { part: 0.2, y: 40 },
  });
  for (const text of [
    null,
    '',
    '{',
    '7',
    '[]',
    '{"table:0":null}',
    '{"table:0":{"part":"1","y":2}}',
  ]) {
    expect(readPlaces(text)).toEqual({});
  }
});

it('[V95] takes over, once, the places that an earlier version kept beside the lab', () => {
  const kept = new Map([['shardscope.places.orders', '{"table:0":{"part":0.2,"y":40}}']]);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => kept.delete(key),
  });
  openOrders();
  adoptOldPlaces('orders');
  const layout = [{ card: 'Table', of: 'Orders', left: 0.2, top: 40 }];
  expect(useLab.getState().layout).toEqual(layout);
  expect(kept.size).toBe(0);
});

it('[V95] moves are undone and redone in the order in which they and commands were given', () => {
  openOrders();
  const layout = [{ card: 'Table', of: 'Orders', left: 0.2, top: 40 }] as const;
  const given = (commands: number) => {
    const first = { branch: 0, parent: -1, forkedAt: 0, furthest: 0, name: null, first: null };
    useLab.setState({
      tree: { branch: 0, branches: [{ ...first, commands }], undo: null, redo: null },
    });
  };
  useLab.setState({ layout });
  given(1);
  tidyCards();
  given(2);
  expect(nextMove('undo')).toBeNull();
  noteTakenBack('undo');
  takeMove('undo', nextMove('undo')!);
  expect(useLab.getState().layout).toEqual(layout);
  expect(nextMove('undo')).toBeNull();
  takeMove('redo', nextMove('redo')!);
  expect(useLab.getState().layout).toEqual([]);
  expect(nextMove('redo')).toBeNull();
});

it('[V95] a tab that follows another leaves the cards where their owner has put them, and says so', () => {
  openOrders();
  const layout = [{ card: 'Table', of: 'Orders', left: 0.2, top: 40 }] as const;
  useLab.setState({ layout, storage: { kind: 'follower' } });
  const moves = useMoves.getState();
  tidyCards();
  expect(useLab.getState().layout).toEqual(layout);
  expect(useMoves.getState()).toBe(moves);
  expect(useLab.getState().notices.map(({ text }) => text)).toEqual([
    expect.stringMatching(/another tab, where its cards are moved/),
  ]);
});
