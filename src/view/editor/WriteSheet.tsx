import { useEffect, useMemo } from 'react';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { keyNames } from '../../engine/item/key.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { Choice } from '../parts/Choice.tsx';
import { Sheet } from '../parts/Sheet.tsx';
import { writingWords as words } from '../words/writing.ts';
import { ConditionField } from './ConditionField.tsx';
import {
  chooseTable,
  type JsonForm,
  setText,
  startFrom,
  useDraft,
  type WriteCall,
} from './draft.ts';
import { ItemEditor } from './ItemEditor.tsx';
import { ItemPicker } from './ItemPicker.tsx';
import { itemText } from './itemCheck.ts';
import { ManyWrites } from './ManyWrites.tsx';
import { SendWrite } from './SendWrite.tsx';
import { type LabTable, tableOf } from './tables.ts';
import './editor.css';

const calls: readonly WriteCall[] = ['put', 'update', 'delete'];

/** Writes to a table: put, update, delete, and many at once. */
export default function WriteSheet({ onClose }: { onClose: () => void }) {
  const definition = useLab((lab) => lab.definition);
  const draft = useDraft();
  const ids = definition?.tables.map(({ id }) => id) ?? [];
  const chosenId = ids.includes(draft.table) ? draft.table : ids[0];
  const table = useMemo(
    () => (chosenId === undefined ? null : tableOf(chosenId)),
    [definition, chosenId],
  );
  useEffect(() => {
    if (table !== null) offerExample(table);
  }, [table]);
  if (table === null) return null;
  const { call, form, base } = draft;
  return (
    <Sheet title={words.title} kicker={table.definition.name} onClose={onClose}>
      <div className="write-form">
        {ids.length > 1 && (
          <Choice
            label={words.table}
            options={ids.map((id) => ({ value: id, name: id }))}
            value={table.definition.id}
            onChange={chooseTable}
          />
        )}
        <Choice
          label={words.call}
          options={calls.map((value) => ({ value, name: words.calls[value] }))}
          value={call}
          onChange={(value) => useDraft.setState({ call: value, base: null })}
        />
        <p className="muted">{words.about[call]}</p>
        <details className="write-items" open={call !== 'put'} key={call}>
          <summary>{base === null ? words.item : words.chosen(base.label)}</summary>
          {call === 'put' && (
            <button
              type="button"
              className="link"
              onClick={() => {
                startFrom(null, () => '');
                setText(exampleText(table, form));
              }}
            >
              {words.newItem}
            </button>
          )}
          <ItemPicker
            table={table}
            chosen={base?.label ?? null}
            onChoose={(item) => startFrom(item, (json) => startText(table, call, form, json))}
          />
        </details>
        <ItemEditor table={table.definition} />
        <ConditionField table={table.definition} />
        <SendWrite table={table} />
        <ManyWrites key={table.definition.id} table={table} />
      </div>
    </Sheet>
  );
}

/** What the form begins with for an item: for a delete its key is enough. */
function startText(
  { definition }: LabTable,
  call: WriteCall,
  form: JsonForm,
  item: AttributeMap,
): string {
  const names = keyNames(definition);
  const kept = Object.entries(item).filter(([name]) => call !== 'delete' || names.includes(name));
  return itemText(Object.fromEntries(kept), form);
}

/** An item to begin with where nothing was typed yet. */
function offerExample(table: LabTable): void {
  const { texts, form } = useDraft.getState();
  if (texts.put === '') {
    useDraft.setState({ texts: { ...texts, put: exampleText(table, form) } });
  }
}

function exampleText({ definition }: LabTable, form: JsonForm): string {
  const key = Object.fromEntries(
    [definition.partitionKey, definition.sortKey].flatMap((attribute) =>
      attribute === undefined ? [] : [[attribute.name, exampleValues[attribute.type]]],
    ),
  );
  return itemText({ ...key, status: { S: 'new' } }, form);
}

const exampleValues = { S: { S: 'T2001' }, N: { N: '2001' }, B: { B: 'VDIwMDE=' } } as const;
