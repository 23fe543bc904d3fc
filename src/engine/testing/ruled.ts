/** For tests: a pipe to a bus, and one to a bus whose rule has a function invoked. */
import type { FunctionDefinition, SimulationDefinition, TargetDefinition } from '../definition.ts';
import { aDefinition, aFunction, aMapping } from './definitions.ts';

/** What takes a pipe's records on to `bus`, which its definition must have among its targets. */
export const pipeToBus = aFunction({
  id: 'Pipe',
  name: 'pipe',
  effects: [{ do: 'PublishEvents', target: 'Bus', idempotency: 'None' }],
  pipe: {},
});

export const bus: TargetDefinition = { id: 'Bus', name: 'bus', kind: 'EventBridge' };

/** Targets in this order: the bus, the mailbox of the function, a queue for dead letters, a pager. */
export const ruled = (
  notifier: Partial<FunctionDefinition> = {},
  more: Partial<SimulationDefinition> = {},
): SimulationDefinition =>
  aDefinition({
    functions: [
      pipeToBus,
      aFunction({
        id: 'Notifier',
        name: 'Notifier',
        effects: [{ do: 'Notify', target: 'Mail', idempotency: 'None' }],
        ...notifier,
      }),
    ],
    eventSourceMappings: [aMapping({ id: 'Pipe', function: 'Pipe', pipe: { id: 'Pipe' } })],
    targets: [
      bus,
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
