import type { World } from '../engine/world.ts';
import type { ComparisonRow } from './scene.ts';

export const comparisonOf = (_world: World): ComparisonRow[] => [];
