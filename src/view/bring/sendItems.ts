/** Brings items into the lab: as calls at the playhead, or as what was there before the stream. */
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { withItems } from '../../lab/items/withItems.ts';
import { MAXIMUM_FILE_BYTES } from '../../lab/template.ts';
import { writeLabAsJson } from '../../lab/writing/writeLab.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { bringingWords as words } from '../words/bringing.ts';

/** Calls under way at once. */
const AT_ONCE = 100;

/**
 * Sends a PutItem for each, in order.
 * @param onSent is told how many have been sent. @param signal stops between two groups of calls.
 * @returns how many were sent, and what AWS would say of the first that was refused.
 */
export async function putItems(
  tableId: string,
  items: readonly AttributeMap[],
  onSent: (count: number) => void,
  signal: AbortSignal,
): Promise<{ sent: number; error: string }> {
  let sent = 0;
  for (let from = 0; from < items.length && !signal.aborted; from += AT_ONCE) {
    const results = await Promise.all(
      items
        .slice(from, from + AT_ONCE)
        .map((Item) =>
          labActions.command({ call: 'dynamodb:PutItem', input: { TableName: tableId, Item } }),
        ),
    );
    const refused = results.find((result) => !result.ok);
    sent += results.filter((result) => result.ok).length;
    onSent(sent);
    if (refused && !refused.ok) return { sent, error: refused.error };
  }
  return { sent, error: '' };
}

/** Opens the lab again with the items in its table. @returns what stands against it, or nothing. */
export async function startWithItems(
  tableId: string,
  items: readonly AttributeMap[],
): Promise<string> {
  const { definition, title, layout } = useLab.getState();
  if (definition === null) return '';
  const moved = { ...(layout && { layout }) };
  const text = writeLabAsJson(withItems(definition, tableId, items), moved);
  if (text.length > MAXIMUM_FILE_BYTES) return words.tooMuchToHold;
  const opened = await labActions.open({ text, name: title }, { fresh: true });
  labActions.select(null);
  return opened.ok ? '' : opened.error;
}
