/** A write that changed nothing: why it made no record. Others are inspected as the record they made. */
import { Entry } from '../../engine/kernel/journal.ts';
import { instant } from '../../engine/kernel/time.ts';
import { CALL_TRANSIT_MOST } from '../../engine/limits.ts';
import type { World } from '../../engine/world.ts';
import { imageOfVersion } from '../differences.ts';
import { imageDifference, keysOf } from '../figures/imageDifference.ts';
import { ruleTexts } from '../ruleTexts.ts';
import type { Inspection, Selection } from '../scene/scene.ts';
import { figureWords } from '../words/figureWords.ts';
import { inspectWords } from '../words/inspectWords.ts';
import { inspection, isoOf } from './inspection.ts';

export function inspectWrite(
  world: World,
  selection: Extract<Selection, { kind: 'write' }>,
): Inspection {
  const { write } = selection;
  const { writes, items, commands } = world;
  const item = writes.item.get(write);
  const table = writes.table.get(write);
  const sentAt = writes.sentAt.get(write);
  const found = noOpOf(world, write);
  const image = found ? imageOfVersion(world, found.version) : null;
  const source = writes.source.get(write);
  const command = source < 0 ? null : commands.get(source);
  const why = image ? figureWords.noRecordPut : figureWords.noRecordDelete;
  return inspection(selection, figureWords.write, items.label.get(item), {
    story: [
      { at: sentAt, text: figureWords.sent, detail: command?.call ?? '', tone: 'plain' },
      ...(found
        ? ([
            { at: found.at, text: figureWords.noRecord, detail: why, tone: 'plain' },
            {
              at: found.at,
              text: figureWords.charged,
              detail: figureWords.chargedDetail,
              tone: 'behind',
            },
          ] as const)
        : []),
    ],
    json: {
      Command: command && { call: command.call, input: command.input },
      SentAt: isoOf(world, sentAt),
      ArrivedAt: found ? isoOf(world, found.at) : null,
      Record: null,
    },
    figures: found ? [imageDifference(image, image, keysOf(world, table))] : [],
    rules: ruleTexts('T1', 'P5', 'T4'),
    related: [
      { text: inspectWords.theItem(items.label.get(item)), selection: { kind: 'item', item } },
      {
        text: inspectWords.theTable(world.state.tables[table]!.name),
        selection: { kind: 'table', table },
      },
    ],
  });
}

/** When a write arrived and changed nothing, and the version that it met (-1: no item); or null. */
function noOpOf(world: World, write: number): { at: number; version: number } | null {
  const { journal, writes } = world;
  const sentAt = writes.sentAt.get(write);
  let entry = journal.firstAtOrAfter(instant(sentAt));
  for (; entry < journal.length; entry++) {
    const at = journal.atOf(entry);
    if (at > sentAt + CALL_TRANSIT_MOST) return null;
    if (journal.kindOf(entry) !== Entry.noOpWritten) continue;
    const { a, c } = journal.read(entry);
    if (a === write) return { at, version: c };
  }
  return null;
}
