/** The engine's only door. Pure: same definition, seed and commands, same history, everywhere. */
export { createSimulation, ENGINE_VERSION, type Checkpoint, type Simulation } from './simulation.ts';
