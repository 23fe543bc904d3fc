/** What an effect left behind: a document, an object, an e-mail or a message, as text and JSON. */

import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { toPlain } from '../../engine/item/plainJson.ts';
import { sequenceNumberOf } from '../../engine/streams/record.ts';
import { changeKindName, type World } from '../../engine/world.ts';
import { imageOfVersion } from '../differences.ts';
import { effectDefinition } from '../effectSteps.ts';
import { recordJson } from '../recordJson.ts';
import { labelOfChange } from '../scene/marks.ts';
import { effectContentWords as words } from '../words/effectContentWords.ts';
import { isoOf } from './inspection.ts';

/** AWS's field names where there are any; what the handler wrote is ours. */
export function effectContent(world: World, effect: number): Record<string, unknown> {
  const { effects, state } = world;
  const change = effects.change.get(effect);
  const { kind, name } = state.targets[effects.target.get(effect)]!;
  const { do: action } = effectDefinition(world, effect);
  const label = labelOfChange(world, change);
  const sentAt = isoOf(world, effects.sentAt.get(effect));
  if (action === 'IndexDocuments') {
    const source = newImage(world, change);
    return source
      ? { _index: name, _id: label, _version: change + 1, _source: toPlain(source) }
      : { _index: name, _id: label, _version: change + 1, deleted: true };
  }
  if (action === 'AuditLog') {
    return { Bucket: name, Key: objectKey(world, change), Body: recordJson(world, change) };
  }
  if (action === 'Notify') {
    const { subject, text } = mailOf(world, change);
    if (kind === 'SNS') return { TopicName: name, Subject: subject, Message: text };
    const body = { Subject: { Data: subject }, Body: { Text: { Data: text } } };
    return {
      Source: name,
      Destination: { ToAddresses: [words.customer] },
      Message: body,
      SentAt: sentAt,
    };
  }
  return { Target: name, Action: action, SentAt: sentAt, Record: recordJson(world, change) };
}

/** `Orders/1000000000000000000042.json`: the sequence number, so that a repeat writes over it [D3]. */
export function objectKey(world: World, change: number): string {
  const { name } = world.state.tables[world.changes.table.get(change)]!;
  return `${name}/${sequenceNumberOf(world, change)}.json`;
}

/** The mail that the handler sends for a change. Ours. */
export function mailOf(world: World, change: number): { subject: string; text: string } {
  const label = labelOfChange(world, change);
  const kind = changeKindName(world.changes.kind.get(change));
  const image = newImage(world, change);
  const fields = image ? Object.entries(toPlain(image)) : [];
  const lines = fields
    .filter(([, value]) => typeof value !== 'object' && String(value).length < 60)
    .map(([name, value]) => `${name}: ${String(value)}`);
  return { subject: words.subject(kind, label), text: words.mail(kind, label, lines) };
}

const newImage = (world: World, change: number): AttributeMap | null =>
  imageOfVersion(world, world.changes.newVersion.get(change));
