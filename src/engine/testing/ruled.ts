/** For tests: a pipe to a bus whose rule has a function invoked. */
import type { FunctionDefinition, SimulationDefinition } from '../definition.ts';
import { aDefinition, aFunction, aMapping } from './definitions.ts';

/** Targets in this order: the bus, the mailbox of the function, a queue for dead letters, a pager. */
export const ruled = (
  notifier: Partial<FunctionDefinition> = {},
  more: Partial<SimulationDefinition> = {},
): SimulationDefinition =>
  aDefinition({
    functions: [
      aFunction({
        id: 'Pipe',
        name: 'pipe',
        effects: [{ do: 'PublishEvents', target: 'Bus', idempotency: 'None' }],
        pipe: {},
      }),
      aFunction({
        id: 'Notifier',
        name: 'Notifier',
        effects: [{ do: 'Notify', target: 'Mail', idempotency: 'None' }],
        ...notifier,
      }),
    ],
    eventSourceMappings: [aMapping({ id: 'Pipe', function: 'Pipe', pipe: { id: 'Pipe' } })],
    targets: [
      { id: 'Bus', name: 'bus', kind: 'EventBridge' },
      { id: 'Mail', name: 'mail', kind: 'SES' },
      { id: 'Dead', name: 'dead', kind: 'SQS' },
      { id: 'Pager', name: 'pager', kind: 'SNS' },
    ],
    eventRules: [
      {
        id: 'All',
        name: 'all',
        bus: 'Bus',
        pattern: '{"source":[{"prefix":"Pipe"}]}',
        enabled: true,
        targets: ['Notifier'],
      },
    ],
    ...more,
  });
