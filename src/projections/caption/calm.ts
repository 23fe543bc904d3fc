/** The caption when nothing is wrong and nothing is travelling: how things stand. */
import type { World } from '../../engine/world.ts';
import { changeCount, ownChanges, pendingOf } from '../comparison/backlog.ts';
import type { Caption } from '../scene/scene.ts';
import { captionWords } from '../words/captionWords.ts';

export function calmCaption(world: World): Caption {
  const { tables, mappings, functions } = world.state;
  const all = tables.reduce((sum, _, table) => sum + changeCount(world, table), 0);
  if (all === 0) {
    const { nothingWritten: title, nothingWrittenDetail: detail } = captionWords;
    return { title, detail, tone: 'plain', about: null };
  }
  const detail = whatComesNext(world);
  if (mappings.length === 0) {
    return { title: captionWords.noReaders(all), detail, tone: 'plain', about: null };
  }
  const reader =
    mappings.length === 1 ? functions[mappings[0]!.function]!.name : captionWords.everyReader;
  const numbers = [...mappings.keys()];
  const worst = (of: (mapping: number) => number) => Math.max(...numbers.map(of));
  const lost = worst((m) => mappings[m]!.meters.discarded + mappings[m]!.meters.expired);
  const pending = worst((m) => pendingOf(world, m));
  const changes = worst((m) => ownChanges(world, m));
  if (lost > 0) {
    return {
      title: captionWords.someLost(lost, changes, reader),
      detail,
      tone: 'bad',
      about: null,
    };
  }
  if (pending > 0) {
    const onTheWay = captionWords.onTheWay(pending, changes);
    return {
      title: mappings.length === 1 ? captionWords.keepsUp(reader) : captionWords.allKeepUp,
      detail: `${onTheWay} ${detail}`,
      tone: 'good',
      about: null,
    };
  }
  return { title: captionWords.allArrived(changes, reader), detail, tone: 'good', about: null };
}

function whatComesNext(world: World): string {
  const next = world.state.pollers.filter((poller) => !poller.running).map((p) => p.nextAt);
  if (next.length === 0) return captionWords.waitingIsFree;
  return captionWords.nextLook((Math.min(...next) - world.now) / 1_000);
}
