/** The seven ways as the page holds them: whose work, which way is looked at, and what came of all. */
import { create } from 'zustand';
import { type Guard, guardedFunctions } from '../../../lab/guards/guard.ts';
import type { CommandLog } from '../../../projections/commandLog.ts';
import type { GuardComparison } from '../../../projections/guards/guardPicture.ts';
import { LaneHost } from '../../../runtime/lanes/laneHost.ts';
import { beginPending } from '../../frameLoop.ts';
import { guardTabWords as words } from '../../words/guards.ts';
import { readGuardLink } from './guardLink.ts';

interface GuardsState {
  /** Functions that the lab offers, and the one whose work it is. */
  functions: string[];
  function: string;
  chosen: Guard;
  comparison: GuardComparison | null;
  /** 0 to 1 while it is being worked out. */
  progress: number | null;
  error: string | null;
}

export const useGuards = create<GuardsState>(() => ({
  functions: [],
  function: '',
  chosen: 'naive',
  comparison: null,
  progress: null,
  error: null,
}));

const get = useGuards.getState;
const set = useGuards.setState;
let host: LaneHost | null = null;
let log: CommandLog | null = null;

/** Works all ways out for a lab as it stands. Ends with {@link stopGuards}. */
export function startGuards(lab: CommandLog): void {
  log = lab;
  const functions = guardedFunctions(lab.definition);
  const before = get().function;
  const chosen = readGuardLink() ?? get().chosen;
  set({
    functions,
    function: functions.includes(before) ? before : (functions[0] ?? ''),
    ...{ chosen, comparison: null, error: null },
  });
  void work();
}

export function stopGuards(): void {
  host?.close();
  host = null;
  set({ progress: null });
}

export const chooseGuard = (chosen: Guard): void => set({ chosen });

export function chooseFunction(name: string): void {
  set({ function: name, comparison: null });
  void work();
}

async function work(): Promise<void> {
  stopGuards();
  const { function: name } = get();
  if (!log || name === '') return;
  const own = new LaneHost({
    frame: () => {},
    progress: (progress) => set({ progress }),
    failed: (error) => set({ error: words.failed(error), progress: null }),
  });
  host = own;
  const ended = beginPending();
  set({ progress: 0 });
  const until = Math.max(log.now, log.definition.untilMs * 1_000);
  const response = await own.ask({ do: 'guards', setup: { log, function: name, until } });
  ended();
  if (own !== host) return;
  set({ progress: null, ...(response.do === 'guards' && { comparison: response.comparison }) });
}
