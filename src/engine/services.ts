/**
 * The services by name. A lab loads only those that it uses, so that a page without Kinesis carries
 * none of it: each is a module of its own, imported when a definition asks for it.
 */
import type { SimulationDefinition } from './definition.ts';
import type { World } from './world.ts';

/** Handles one event; the operands are those of its kind (see `EventKind`). */
export type Handler = (world: World, a: number, b: number, c: number) => void;

export interface Service {
  /** Handlers by event kind. */
  readonly handlers: Readonly<Record<number, Handler>>;
  /** Makes the things that the definition names, in the order of the table below. */
  start(world: World): void;
}

interface ServiceEntry {
  isUsedBy(definition: SimulationDefinition): boolean;
  load(): Promise<{ service: Service }>;
}

/** In the order in which they start. */
const SERVICES: readonly ServiceEntry[] = [
  { isUsedBy: () => true, load: () => import('./dynamodb/service.ts') },
  {
    isUsedBy: (definition) => definition.kinesisStreams.length > 0,
    load: () => import('./kinesis/service.ts'),
  },
  {
    isUsedBy: (definition) => definition.targets.length > 0,
    load: () => import('./targets/service.ts'),
  },
  {
    // Functions can be created at any time.
    isUsedBy: () => true,
    load: () => import('./lambda/service.ts'),
  },
  {
    isUsedBy: (definition) => (definition.alarms?.length ?? 0) > 0,
    load: () => import('./cloudwatch/service.ts'),
  },
  {
    isUsedBy: (definition) => definition.pollers.length > 0,
    load: () => import('./polling/service.ts'),
  },
  { isUsedBy: () => true, load: () => import('./writers/service.ts') },
];

/** Loads the services that a definition uses. */
export function loadServices(definition: SimulationDefinition): Promise<Service[]> {
  const used = SERVICES.filter((entry) => entry.isUsedBy(definition));
  return Promise.all(used.map((entry) => entry.load().then(({ service }) => service)));
}
