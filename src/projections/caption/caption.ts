/**
 * The sentence on top: what matters most now, and what comes next. Loss comes before blocked shards,
 * those before repeats, splits, torn transactions, hot partitions, falling behind, what expires and what
 * a scan missed; when nothing is wrong one record is followed on its way.
 */
import type { World } from '../../engine/world.ts';
import type { Caption } from '../scene/scene.ts';
import { standingOf } from '../standing.ts';
import { calmCaption } from './calm.ts';
import { journeyCaption } from './journey.ts';
import { recentOf } from './recent.ts';
import {
  beforeStreamCaption,
  clientCaption,
  expiryCaption,
  hotCaption,
  splitCaption,
  tornCaption,
} from './table.ts';
import {
  behindCaption,
  blockedCaption,
  kinesisCaption,
  lossCaption,
  repeatCaption,
  scanCaption,
} from './trouble.ts';

/** Beyond this pace a record has arrived before its sentence is read. */
const FASTEST_FOLLOWED = 1.5;

/** @param pace virtual seconds per real second. */
export function captionOf(world: World, pace = 0): Caption {
  const recent = recentOf(world);
  const standings = world.state.consumers.flatMap(({ phase }, consumer) =>
    phase === 'drained' ? [] : [standingOf(world, consumer)],
  );
  return (
    lossCaption(world, recent) ??
    blockedCaption(world, standings) ??
    repeatCaption(world, recent) ??
    splitCaption(world) ??
    tornCaption(world, recent) ??
    hotCaption(world) ??
    behindCaption(world, standings) ??
    clientCaption(world, recent) ??
    expiryCaption(world, recent) ??
    kinesisCaption(world, recent) ??
    scanCaption(world, recent) ??
    journeyCaption(world, recent, pace > FASTEST_FOLLOWED) ??
    beforeStreamCaption(world) ??
    calmCaption(world)
  );
}
