import { expect, it, vi } from 'vitest';
import { FIRST_BRANCH } from '../history/commandTree.ts';
import { busyLab } from '../testing/sessionBench.ts';
import { BroughtHistories } from './broughtHistories.ts';

it('keeps the history of the file that was read last, and gives it to what is opened', () => {
  const kept = new BroughtHistories();
  const history = { branch: 0, branches: [FIRST_BRANCH], commands: [], at: 7 };
  const read = { ok: true, labId: 'file:mine', definition: busyLab } as const;
  expect(kept.keep(read)).toBe(read);
  const told = kept.keep({ ...read, history });
  expect(told).toEqual({ ...read, brought: 1 });
  const open = {
    id: 3,
    do: 'open',
    labId: 'file:mine',
    definition: busyLab,
    fresh: false,
  } as const;
  const receive = vi.fn();
  const refuse = vi.fn();
  kept.give({ ...open, brought: 1 }, { receive }, { refuse });
  expect(receive).toHaveBeenLastCalledWith({ ...open, history });
  kept.give(open, { receive }, { refuse });
  expect(receive).toHaveBeenLastCalledWith(open);
  kept.keep({ ...read, history: { ...history, at: 8 } });
  kept.give({ ...open, brought: 1 }, { receive }, { refuse });
  expect(refuse).toHaveBeenCalledWith(3, expect.stringMatching(/another file has been read/i));
  expect(receive).toHaveBeenCalledTimes(2);
});
