import { useEffect, useState } from 'react';
import { MarkGlyph } from '../parts/MarkGlyph.tsx';
import { writingWords as words } from '../words/writing.ts';
import { itemsOf, type LabTable, type StoredItem } from './tables.ts';

const AGAIN_MS = 700;

/** The items of a table, found by their key. */
export function ItemPicker(props: {
  table: LabTable;
  chosen: string | null;
  onChoose: (item: StoredItem) => void;
}) {
  const { table, chosen, onChoose } = props;
  const [text, setText] = useState('');
  const items = useItems(table, text);
  return (
    <div className="item-picker">
      <input
        type="search"
        className="field"
        aria-label={words.findItem}
        placeholder={words.findItem}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {items !== null && items.length === 0 && <p className="muted">{words.noItem}</p>}
      <ul className="item-choices" aria-label={words.item}>
        {items?.map((item) => (
          <li key={item.item}>
            <button
              type="button"
              className="item-choice mono"
              aria-pressed={item.label === chosen}
              onClick={() => onChoose(item)}
            >
              <MarkGlyph mark={{ item: item.item, kind: 1 }} size={14} /> {item.label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The items now; looked up again from time to time, for they come and go. */
function useItems(table: LabTable, contains: string): StoredItem[] | null {
  const [items, setItems] = useState<StoredItem[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = (): void => {
      itemsOf(table, contains).then(
        (found) => isWanted && setItems(found),
        () => isWanted && setItems([]),
      );
    };
    look();
    const timer = setInterval(look, AGAIN_MS);
    return () => {
      isWanted = false;
      clearInterval(timer);
    };
  }, [table, contains]);
  return items;
}
