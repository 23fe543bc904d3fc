import { expect, it, vi } from 'vitest';
import type { CommandLog } from '../../../projections/commandLog.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { startLanes, stopLanes, useLanes } from './laneStore.ts';
import { openLanes } from './lanesOfLab.ts';

vi.mock('./laneStore.ts', async () => {
  const { create } = await import('zustand');
  return { startLanes: vi.fn(), stopLanes: vi.fn(), useLanes: create(() => ({ pins: [] })) };
});

it('sets the lanes up anew when another lab is opened, without what was looked at in the old one', () => {
  const old = { log: {} as CommandLog, chosen: 7, pins: [{ at: 5, change: 7, note: 'Here' }] };
  const link = { lanes: ['stream'] } as never;
  const close = openLanes(link); // of a lab that is still being opened
  useLanes.setState(old);
  useLab.setState({ labId: 'orders' });
  expect(useLanes.getState()).toMatchObject(old);
  expect(vi.mocked(startLanes).mock.calls).toEqual([[link]]);
  useLab.setState({ labId: 'todos' });
  expect(useLanes.getState()).toMatchObject({ log: null, chosen: null, pins: [] });
  expect(vi.mocked(startLanes).mock.calls).toEqual([[link], [null]]);
  expect(stopLanes).toHaveBeenCalledOnce();
  close();
  useLanes.setState(old);
  useLab.setState({ labId: 'orders' });
  expect(useLanes.getState()).toMatchObject(old);
  openLanes(null)();
  expect(useLanes.getState()).toMatchObject({ chosen: null, pins: [] });
});
