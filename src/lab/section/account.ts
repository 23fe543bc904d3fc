/** What an account has and AWS publishes no template property for: `AccountConcurrency`, `TimeToLiveDelayMs`. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import type { Members } from '../members.ts';
import { refuseOthers } from './sectionKeys.ts';

export type Account = Pick<SimulationDefinition, 'accountConcurrency' | 'timeToLiveDelayMs'>;

export const ACCOUNT_KEYS = ['AccountConcurrency', 'TimeToLiveDelayMs'];

/** Absent keys stay absent: the engine knows AWS's own values. */
export function readAccount(section: Members): Account {
  const account: Account = {};
  const concurrency = section.number('AccountConcurrency', { minimum: 1, maximum: 1_000_000 });
  if (concurrency !== undefined) account.accountConcurrency = concurrency;
  if (!section.has('TimeToLiveDelayMs')) return account;
  const delay = section.mapping('TimeToLiveDelayMs');
  refuseOthers(delay, ['P50', 'P99']);
  const range = { minimum: 0, maximum: 48 * 3_600_000, fraction: true };
  const p50 = delay.number('P50', range, 0);
  const p99 = delay.number('P99', range, p50);
  if (p99 < p50) delay.error('P99', `${p99} is below P50, which is ${p50}`);
  account.timeToLiveDelayMs = { p50, p99 };
  return account;
}

export function writeAccount({ accountConcurrency, timeToLiveDelayMs }: Account): object {
  return {
    ...(accountConcurrency !== undefined && { AccountConcurrency: accountConcurrency }),
    ...(timeToLiveDelayMs && {
      TimeToLiveDelayMs: { P50: timeToLiveDelayMs.p50, P99: timeToLiveDelayMs.p99 },
    }),
  };
}
