/** Words of the ledger for the numbered reasons and outcomes of the journal. */
import {
  DiscardReason,
  EffectOutcome,
  FailureReason,
  MissReason,
  WindowEnd,
} from '../../engine/kernel/journal.ts';
import { RequestOrigin } from '../../engine/world.ts';

type Words = Readonly<Record<number, string>>;

export const FAILURE_REASONS: Words = {
  [FailureReason.error]: 'error',
  [FailureReason.poison]: 'poisoned record',
  [FailureReason.crash]: 'crash after an effect',
  [FailureReason.timeout]: 'timed out',
  [FailureReason.effect]: 'its target refused',
  [FailureReason.partial]: 'reported in part',
  [FailureReason.throttle]: 'throttled',
  [FailureReason.deleted]: 'its function is gone',
};

export const DISCARD_REASONS: Words = {
  [DiscardReason.retryAttemptsExhausted]: 'out of attempts',
  [DiscardReason.recordAgeExceeded]: 'too old',
};

export const WINDOW_ENDS: Words = {
  [WindowEnd.time]: 'its time is',
  [WindowEnd.shard]: 'its shard is at its end',
  [WindowEnd.early]: 'its state is too large',
  [WindowEnd.failed]: 'its last batch given up',
};

export const REQUEST_ORIGINS: Words = {
  [RequestOrigin.invoke]: 'Invoke',
  [RequestOrigin.event]: 'Invoke, asynchronous',
  [RequestOrigin.rule]: 'a rule',
  [RequestOrigin.enrichment]: 'enrichment of a pipe',
  [RequestOrigin.redrive]: 'redrive',
  [RequestOrigin.test]: 'a test event',
};

export const MISS_REASONS: Words = {
  [MissReason.delete]: 'a delete leaves nothing to find',
  [MissReason.collapsed]: 'replaced before the poll',
  [MissReason.race]: 'passed by the watermark',
  [MissReason.noWatermark]: 'no watermark on it',
  [MissReason.filtered]: 'left out by the filter',
};

export const EFFECT_OUTCOMES: Words = {
  [EffectOutcome.created]: 'made',
  [EffectOutcome.updated]: 'replaced',
  [EffectOutcome.deleted]: 'deleted',
  [EffectOutcome.repeated]: 'done once more',
  [EffectOutcome.stale]: 'refused as older',
};
