/** Whether a lab's own course depends on entries of its journal, so that the journal has to be kept. */
import type { SimulationDefinition } from '../definition.ts';

/**
 * Alarms look back over their period, and handlers look for their markers. Commands other than those of
 * tables, and functions' own code, may bring either.
 */
export function looksBack({ alarms, functions, commands }: SimulationDefinition): boolean {
  const mayBring = commands.some(({ command }) => !command.call.startsWith('dynamodb:'));
  const runsCode = functions.some(({ code, effects }) => code && effects.length === 0);
  const marks = functions.some(({ effects }) =>
    effects.some(({ idempotency }) => idempotency === 'Marker' || idempotency === 'MarkerAfter'),
  );
  return mayBring || runsCode || marks || (alarms ?? []).length > 0;
}
