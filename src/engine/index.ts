/** The engine's only door. Pure: same definition, seed and commands, same history, everywhere. */

export { loadServices, type Service } from './services.ts';
export {
  type Checkpoint,
  createSimulation,
  ENGINE_VERSION,
  openSimulation,
  type Simulation,
} from './simulation.ts';
