/** How a function behaves in the lab, and every way to break it [F6, F14]. */
import type { FaultKind } from '../../../engine/definition.ts';
import type { World } from '../../../engine/world.ts';
import { tableOfMapping } from '../../comparison/backlog.ts';
import { matchText } from '../../faultText.ts';
import { cardWords } from '../../words/cardWords.ts';
import { mappingWords as words } from '../../words/mappingWords.ts';
import type { Behaviour } from './shapes.ts';

const KINDS: readonly FaultKind[] = [
  ...(['Error', 'Timeout', 'Throttle', 'Slow'] as const),
  ...(['CrashBeforeEffect', 'CrashAfterEffect', 'Poison', 'PermissionLost'] as const),
];

export function behaviour(world: World, number: number): Behaviour {
  const { state } = world;
  const { id, settings, faults, mappings } = state.functions[number]!;
  const { durationMs, coldStartMs, effects } = settings;
  const [first] = mappings;
  const table = first === undefined ? undefined : state.tables[tableOfMapping(world, first)];
  const reports = mappings.some((mapping) => state.mappings[mapping]!.reportBatchItemFailures);
  const active = faults.map((fault) => state.faults[fault]!);
  return {
    kind: 'behaviour',
    title: words.behaviour,
    text: words.behaviourText(active.length),
    function: number,
    logicalId: id,
    settings: { durationMs, coldStartMs, effects },
    faults: KINDS.map((kind) => {
      const on = active.find((fault) => fault.kind === kind);
      const detail =
        on === undefined
          ? ''
          : cardWords.faultDetail(
              kind,
              on.probability,
              on.factor,
              matchText(table?.schema, on.match),
            );
      return { kind, on: on !== undefined, detail, about: words.faultAbout(kind, reports) };
    }),
  };
}
