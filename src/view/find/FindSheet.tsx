import './find.css';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import {
  type Findable,
  findableItem,
  findables,
  found,
} from '../../projections/scene/findables.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { openSheet } from '../panels.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { useStageView } from '../stage/stageView.ts';
import { useTimeline } from '../timeline/timelineView.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.find;
const MOST_SHOWN = 40;
const MOST_ITEMS = 10;

/** Goes to a card, a partition, a shard or an item by its name: on the stage, in the timeline, in the inspector. */
export default function FindSheet({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = useFound(useDeferredValue(text.trim()));
  const place = Math.min(chosen, shown.length - 1);
  useEffect(() => {
    list.current?.children[place]?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const one = shown[place];
    if (step !== undefined) setChosen(Math.max(0, Math.min(shown.length - 1, place + step)));
    else if (event.key === 'Enter' && one !== undefined) goTo(one);
    else return;
    event.preventDefault();
  };
  const hasSome = shown.length > 0;
  return (
    <Sheet title={words.title} onClose={onClose}>
      <input
        type="text"
        className="field find-field"
        data-first-focus=""
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={words.field}
        placeholder={words.field}
        aria-autocomplete="list"
        aria-expanded={hasSome}
        {...(hasSome && {
          'aria-controls': listId,
          'aria-activedescendant': `${listId}-${place}`,
        })}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <p className="muted" role="status">
        {hasSome ? words.count(shown.length) : words.none}
      </p>
      {hasSome && (
        <div ref={list} id={listId} className="find-list" role="listbox" aria-label={words.title}>
          {shown.map((one, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
            <div
              key={`${one.card} ${one.name} ${one.about.kind}`}
              id={`${listId}-${i}`}
              className="find-option"
              role="option"
              tabIndex={-1}
              aria-selected={i === place}
              onClick={() => goTo(one)}
            >
              <span className="mono">{one.name}</span> <span className="muted">{one.of}</span>
            </div>
          ))}
        </div>
      )}
    </Sheet>
  );
}

/** What has the name: cards and lanes at once, items as soon as they are looked up. */
function useFound(text: string): Findable[] {
  const [shown, setShown] = useState<Findable[]>([]);
  useEffect(() => {
    const cards = useLab.getState().scene?.cards ?? [];
    const named = found(findables(cards), text).slice(0, MOST_SHOWN);
    setShown(named);
    if (text === '') return;
    let isOver = false;
    const tables = cards.filter((card) => card.type === 'table');
    void Promise.all(
      tables.map(async (card) => {
        const items = await labActions.items(card.table, text);
        return items.slice(0, MOST_ITEMS).map((item) => findableItem(card, item));
      }),
    ).then((items) => {
      if (!isOver) setShown([...named, ...items.flat()].slice(0, MOST_SHOWN));
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  return shown;
}

function goTo({ about, card, lane, timeLane }: Findable): void {
  openSheet(null);
  labActions.select(about);
  useStageView.setState({ wanted: { card, lane } });
  useTimeline.setState({ wanted: timeLane });
}
