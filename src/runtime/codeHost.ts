/**
 * What it takes to run functions' own code: the engine's part, AWS's front door, and an interpreter for
 * each language. All of it is loaded when the first code asks for it, and nothing of it before.
 */
import type { Command, SimulationDefinition } from '../engine/definition.ts';
import type { CodeLanguage } from '../engine/functionCode.ts';
import { openSimulation, type Simulation } from '../engine/index.ts';
import type { Languages } from '../sandbox/codeRunner.ts';
import type { Language } from '../sandbox/interpreter.ts';
import type { LoadFollow } from '../sandbox/loading.ts';
import { languagesOf } from './codeLanguages.ts';

/** Languages once they are loaded: modules are kept, environments are not. */
const loading = new Map<CodeLanguage, Promise<Language>>();

const LOADERS: Readonly<Record<CodeLanguage, (follow?: LoadFollow) => Promise<Language>>> = {
  JavaScript: async () => {
    const { load } = await import('../sandbox/javascript/load.ts');
    return load(await knownOperations());
  },
  Python: (follow) => import('../sandbox/python/load.ts').then(({ load }) => load(follow)),
};

/** Operations that handlers can call, by endpoint prefix: those of the door, and those of targets. */
async function knownOperations(): Promise<Record<string, readonly string[]>> {
  const { TARGET_APIS } = await import('../engine/code/targetApis.ts');
  const { operationsOf } = await import('../aws/door.ts');
  const targets = Object.entries(TARGET_APIS).map(([service, { operations }]) => [
    service,
    Object.keys(operations),
  ]);
  return { ...Object.fromEntries(targets), ...operationsOf() };
}

/**
 * Lets a simulation run code in these languages, besides those that it can run already.
 * @throws LoadProblem where one cannot be loaded, or is not waited for any more
 */
export async function hostCode(
  simulation: Simulation,
  languages: ReadonlySet<CodeLanguage>,
  follow?: LoadFollow,
): Promise<void> {
  const known = hosted.get(simulation) ?? {};
  const missing = [...languages].filter((language) => !(language in known));
  if (missing.length === 0) return;
  const [{ handlers, service }, { createCodeRunner }, { createDoor }] = await Promise.all([
    import('../engine/code/service.ts'),
    import('../sandbox/codeRunner.ts'),
    import('../aws/door.ts'),
  ]);
  for (const language of missing) {
    known[language] = await loaded(language, follow);
  }
  hosted.set(simulation, known);
  simulation.hostCode({
    handlers,
    service,
    runner: createCodeRunner(known),
    openDoor: (inside) => {
      const door = createDoor(inside);
      return (service, operation, input) => door.call(service as never, operation, input);
    },
  });
}

async function loaded(language: CodeLanguage, follow?: LoadFollow): Promise<Language> {
  const begun = loading.get(language) ?? LOADERS[language](follow);
  loading.set(language, begun);
  try {
    return await begun;
  } catch (problem) {
    loading.delete(language); // asking again begins anew
    throw problem;
  } finally {
    if (language === 'Python') follow?.ended();
  }
}

const hosted = new WeakMap<Simulation, Languages>();

/** A simulation whose functions run their own code. */
export async function openWithCode(
  definition: SimulationDefinition,
  commands: readonly Command[] = [],
  follow?: LoadFollow,
): Promise<Simulation> {
  const simulation = await openSimulation(definition);
  await hostCode(simulation, languagesOf(definition, commands), follow);
  return simulation;
}
