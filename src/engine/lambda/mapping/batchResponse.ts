/**
 * What a function's answer means for its batch, where the mapping asks for item failures.
 *
 * Rules: [E30] the lowest sequence number reported decides, [E35] answers that mean success,
 * [E36] answers that mean that all failed.
 */

export type BatchResponse =
  | { kind: 'success' }
  | { kind: 'failure' }
  /** Place of the lowest failure in the batch, from 0. */
  | { kind: 'partial'; failedFrom: number };

/**
 * Reads an answer.
 * @param identifiers the batch's sequence numbers, in order.
 */
export function readBatchResponse(payload: unknown, identifiers: readonly string[]): BatchResponse {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    return { kind: 'success' };
  }
  const { batchItemFailures } = payload as { batchItemFailures?: unknown };
  if (batchItemFailures === undefined || batchItemFailures === null) return { kind: 'success' };
  if (!Array.isArray(batchItemFailures)) return { kind: 'failure' };
  if (batchItemFailures.length === 0) return { kind: 'success' };
  let failedFrom = identifiers.length;
  for (const failure of batchItemFailures) {
    const { itemIdentifier } = (failure ?? {}) as { itemIdentifier?: unknown };
    const at = typeof itemIdentifier === 'string' ? identifiers.indexOf(itemIdentifier) : -1;
    if (at < 0) return { kind: 'failure' };
    failedFrom = Math.min(failedFrom, at);
  }
  return { kind: 'partial', failedFrom };
}
