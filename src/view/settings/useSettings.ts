/** What AWS's own calls say of a mapping's or a function's settings, and the calls that change them. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ServiceName } from '../../aws/door.ts';
import type { Behaviour } from '../../projections/figures/mapping/shapes.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { settingsWords as words } from '../words/settings.ts';
import {
  behaviourCommand,
  behaviourFields,
  refusedBehaviour,
  valuesOfBehaviour,
} from './behaviourFields.ts';
import {
  changedMembers,
  type Field,
  fieldOfError,
  functionFields,
  mappingFields,
  notANumber,
  type Values,
  valuesOfFunction,
  valuesOfMapping,
} from './fields.ts';
import type { Subject } from './settingsStore.ts';

export interface Settings {
  fields: readonly Field[];
  /** What it is called. */
  name: string;
  /** AWS's state; empty for a function. */
  state: string;
  /** AWS's answer, with what cannot be changed. */
  answer: Record<string, unknown>;
  values: Values;
  /** Of a function: how it behaves in the lab. */
  behaviour?: Behaviour;
}

/** Where a change was refused, and the sentence. */
export type Refusal = { field: string | null; text: string } | null;

const SERVICE: ServiceName = 'lambda';

type Answer = { ok: true; output: Record<string, unknown> } | { ok: false; text: string };

async function ask(operation: string, input: Record<string, unknown>): Promise<Answer> {
  const called = await labActions.call(SERVICE, operation, input);
  if (!called.ok) return { ok: false, text: called.error };
  const { answer } = called;
  if (answer.ok) return { ok: true, output: answer.output };
  return { ok: false, text: `${answer.error.name}: ${answer.error.message}` };
}

/** Loads the settings, and loads them again when the state of the mapping changes. */
export function useSettings(subject: Subject): { settings: Settings | null; reload: () => void } {
  const card = useLab((lab) =>
    lab.scene?.cards.find((c) =>
      c.type !== 'function'
        ? false
        : subject.kind === 'mapping'
          ? c.mapping === subject.mapping
          : c.function === subject.function,
    ),
  );
  const [settings, setSettings] = useState<Settings | null>(null);
  const [asked, setAsked] = useState(0);
  const state = card?.type === 'function' && subject.kind === 'mapping' ? card.mappingState : '';
  const name = card?.type === 'function' ? card.title : '';
  const uuid = card?.type === 'function' ? card.uuid : '';
  const { kind } = subject;
  useEffect(() => {
    let isWanted = true;
    const loading = kind === 'mapping' ? loadMapping(uuid, name) : loadFunction(name);
    void loading.then((loaded) => isWanted && loaded && setSettings(loaded));
    return () => {
      isWanted = false;
    };
  }, [kind, uuid, name, state, asked]);
  const reload = useCallback(() => setAsked((n) => n + 1), []);
  const behaviour = useBehaviour(subject);
  const all = useMemo(
    () => settings && (behaviour ? withBehaviour(settings, behaviour) : settings),
    [settings, behaviour],
  );
  return { settings: all && { ...all, state }, reload };
}

/** What the inspector knows of the function: it is where the form is opened. */
function useBehaviour(subject: Subject): Behaviour | null {
  const json = useLab(({ inspection }) => {
    if (subject.kind !== 'function' || inspection === null) return '';
    const { figures } = inspection;
    const found = figures.find((figure) => figure.kind === 'behaviour');
    return found?.function === subject.function ? JSON.stringify(found) : '';
  });
  return useMemo(() => (json === '' ? null : (JSON.parse(json) as Behaviour)), [json]);
}

const withBehaviour = (settings: Settings, behaviour: Behaviour): Settings => ({
  ...settings,
  fields: [...settings.fields, ...behaviourFields(behaviour)],
  values: { ...settings.values, ...valuesOfBehaviour(behaviour) },
  behaviour,
});

async function loadMapping(UUID: string, name: string): Promise<Settings | null> {
  const answer = await ask('GetEventSourceMapping', { UUID });
  if (!answer.ok) return null;
  const { output } = answer;
  const values = valuesOfMapping(output);
  return { fields: mappingFields, name, state: '', answer: output, values };
}

async function loadFunction(name: string): Promise<Settings | null> {
  const answer = await ask('GetFunctionConfiguration', { FunctionName: name });
  if (!answer.ok) return null;
  const asked = await ask('GetFunctionConcurrency', { FunctionName: name });
  const reserved = asked.ok ? asked.output.ReservedConcurrentExecutions : undefined;
  const values = valuesOfFunction(answer.output, typeof reserved === 'number' ? reserved : null);
  return { fields: functionFields, name, state: '', answer: answer.output, values };
}

/** Makes the changes. @returns null when they are under way, else what was refused. */
export async function applySettings(settings: Settings, after: Values): Promise<Refusal> {
  const { fields, values: before, answer } = settings;
  const wrong = notANumber(fields, before, after);
  if (wrong) return { field: wrong.name, text: words.notANumber(wrong.name, wrong.range) };
  const { behaviour } = settings;
  const refused = behaviour ? refusedBehaviour(after) : null;
  if (refused) return refused;
  const ours = fields.filter(({ isOurs }) => isOurs).map(({ name }) => name);
  const theirs = Object.entries(after).filter(([name]) => !ours.includes(name));
  const members = changedMembers(before, Object.fromEntries(theirs));
  const calls =
    fields === mappingFields
      ? mappingCalls(answer, members)
      : functionCalls(answer, members, after);
  for (const [operation, input] of calls) {
    const done = await ask(operation, input);
    if (!done.ok) return { field: fieldOfError(fields, done.text), text: done.text };
  }
  const command = behaviour ? behaviourCommand(behaviour, after) : null;
  const set = command && (await labActions.command(command));
  return set === null || set.ok ? null : { field: null, text: set.error };
}

type Calls = [operation: string, input: Record<string, unknown>][];

const mappingCalls = (
  { UUID }: Record<string, unknown>,
  members: Record<string, unknown>,
): Calls => [['UpdateEventSourceMapping', { UUID, ...members }]];

function functionCalls(
  { FunctionName }: Record<string, unknown>,
  members: Record<string, unknown>,
  after: Values,
): Calls {
  const { ReservedConcurrentExecutions, ...configuration } = members;
  const calls: Calls = [];
  if (Object.keys(configuration).length > 0) {
    calls.push(['UpdateFunctionConfiguration', { FunctionName, ...configuration }]);
  }
  if (ReservedConcurrentExecutions !== undefined) {
    calls.push(
      after.ReservedConcurrentExecutions?.trim() === ''
        ? ['DeleteFunctionConcurrency', { FunctionName }]
        : ['PutFunctionConcurrency', { FunctionName, ReservedConcurrentExecutions }],
    );
  }
  return calls;
}
