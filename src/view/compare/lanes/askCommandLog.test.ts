import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { CommandLog } from '../../../projections/commandLog.ts';
import { askCommandLog } from './askCommandLog.ts';

const log = { commands: [], now: 7 } as unknown as CommandLog;

it('waits for a lab that is being opened, and asks the one that takes its place', async () => {
  const lab = createStore(() => ({ ready: false }));
  let asked = 0;
  const answer = askCommandLog(lab, {
    commandLog: async () => {
      asked++;
      if (asked > 1) return log;
      lab.setState({ ready: false }); // another lab is opened before this one has answered
      setTimeout(() => lab.setState({ ready: true }));
      throw new Error('Something newer was asked for.');
    },
  });
  expect(asked).toBe(0);
  lab.setState({ ready: true });
  expect(await answer).toBe(log);
});

it('says why an open lab does not answer', async () => {
  const lab = createStore(() => ({ ready: true }));
  const refused = { commandLog: () => Promise.reject(new Error('A part could not be read.')) };
  expect(await askCommandLog(lab, refused)).toBe('A part could not be read.');
});
