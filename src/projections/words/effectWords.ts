/** What an effect did, in a few words, by what it is and how it ended. */
import type { EffectKind } from '../../engine/definition.ts';
import { EffectOutcome } from '../../engine/kernel/journal.ts';

/** Past participles: done for the first time, and again. */
const DONE: Record<EffectKind, readonly [string, string]> = {
  IndexDocuments: ['indexed', 'indexed again'],
  AuditLog: ['written', 'written again over itself'],
  Aggregate: ['counted', 'counted again'],
  Notify: ['sent', 'sent again'],
  Enqueue: ['queued', 'queued again'],
  StartExecution: ['started', 'started again'],
  DecrementInventory: ['taken from stock', 'taken from stock again'],
  Replicate: ['replicated', 'replicated again'],
  MergeRedshift: ['merged', 'merged again'],
  PublishEvents: ['published', 'published again'],
};

const THING: Record<EffectKind, string> = {
  IndexDocuments: 'document',
  AuditLog: 'audit object',
  Aggregate: 'total',
  Notify: 'confirmation',
  Enqueue: 'message',
  StartExecution: 'execution',
  DecrementInventory: 'stock',
  Replicate: 'copy',
  MergeRedshift: 'row',
  PublishEvents: 'event',
};

/** What it does to a record, as in *it has been …*. */
const PARTICIPLE: Record<EffectKind, string> = {
  IndexDocuments: 'indexed',
  AuditLog: 'audited',
  Aggregate: 'counted',
  Notify: 'confirmed by mail',
  Enqueue: 'queued',
  StartExecution: 'handed to a workflow',
  DecrementInventory: 'taken from stock',
  Replicate: 'replicated',
  MergeRedshift: 'merged',
  PublishEvents: 'published',
};

export const effectWords = {
  participle: (kind: EffectKind): string => PARTICIPLE[kind],
  /** `confirmation`: what the effect makes. */
  thing: (kind: EffectKind): string => THING[kind],
  /** `sent again`. */
  done: (kind: EffectKind, outcome: number): string => {
    if (outcome === EffectOutcome.repeated) return DONE[kind][1];
    if (outcome === EffectOutcome.stale)
      return kind === 'IndexDocuments' ? 'refused, not newer' : 'refused, done before';
    if (outcome === EffectOutcome.deleted) return 'deleted';
    if (outcome === EffectOutcome.updated && kind === 'IndexDocuments') return 'replaced';
    return DONE[kind][0];
  },
  /** Whether an effect's outcome is a repeat that does harm: a document or an object is the same twice. */
  repeatHurts: (kind: EffectKind, outcome: number): boolean =>
    outcome === EffectOutcome.repeated && kind !== 'IndexDocuments' && kind !== 'AuditLog',
  attempt: (attempt: number): string => `in attempt ${attempt}`,
  ofRequest: 'outside of the stream',
  failed: 'refused, unavailable',
  travelling: 'on its way',
};
