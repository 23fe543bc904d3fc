import { useMemo } from 'react';
import type { KeySchema } from '../../engine/item/key.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { tableOf } from '../editor/tables.ts';
import { Choice } from '../parts/Choice.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { bringingWords as words } from '../words/bringing.ts';
import { BringItems } from './BringItems.tsx';
import { BringSource } from './BringSource.tsx';
import { Brought } from './Brought.tsx';
import { useBringing } from './bringing.ts';
import { useItemFile } from './useItemFile.ts';
import '../editor/editor.css';
import './bring.css';

/** Items from elsewhere: pasted, chosen or dropped; looked at first, then brought into a table. */
export default function BringSheet({ onClose }: { onClose: () => void }) {
  const definition = useLab((lab) => lab.definition);
  const { table: wanted } = useBringing();
  const ids = definition?.tables.map(({ id }) => id) ?? [];
  const id = ids.includes(wanted) ? wanted : ids[0];
  const table = useMemo(() => (id === undefined ? null : tableOf(id)), [definition, id]);
  if (table === null) return null;
  return (
    <Sheet title={words.title} kicker={table.definition.name} onClose={onClose}>
      <div className="bring">
        {ids.length > 1 && (
          <Choice
            label={words.table}
            options={ids.map((value) => ({ value, name: value }))}
            value={table.definition.id}
            onChange={(value) => useBringing.setState({ table: value })}
          />
        )}
        <BringSource />
        <Read table={table.definition} />
      </div>
    </Sheet>
  );
}

const schemaOf = ({ partitionKey, sortKey }: KeySchema): KeySchema =>
  sortKey ? { partitionKey, sortKey } : { partitionKey };

type Table = NonNullable<ReturnType<typeof tableOf>>['definition'];

function Read({ table }: { table: Table }) {
  const { typed, file, csvNumbers } = useBringing();
  const text = file?.text ?? typed;
  const keys = JSON.stringify([table.partitionKey, table.sortKey]);
  // Another table object with the same keys is no reason to read again.
  const schema = useMemo(() => schemaOf(table), [keys]);
  const { part, file: read } = useItemFile(text, schema, csvNumbers);
  if (text.trim() === '') return null;
  if (read === null) {
    return (
      <label className="bring-progress">
        {words.reading}
        <progress max={1} value={part} />
      </label>
    );
  }
  return (
    <>
      <Brought file={read} table={table} />
      {read.items.length > 0 && <BringItems table={table} items={read.items} />}
    </>
  );
}
