import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { LogLine } from '../../projections/scene/scene.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { logPanelWords as words } from '../words/log.ts';
import { LogRow } from './LogRow.tsx';
import { useLogWalk } from './useLogWalk.ts';
import { useOlderLines } from './useOlderLines.ts';

const ROW_HEIGHT = 38;
/** Rows that stand ready beyond either edge: each is made and measured anew whenever time jumps. */
const OVERSCAN = 4;
/** A filter looks through so many lines at least, where there are so many. */
const LOOKED_THROUGH = 200;
/** This near to an end counts as being there, pixels. */
const NEAR = 40;
/** So long after a touch a scroll is still a person's. */
const PERSON_MS = 400;

/** What the picture shows, in sentences. Follows the latest line until one scrolls back. */
export function LogPanel() {
  const [filter, setFilter] = useState('');
  const { lines, loadOlder, isLoading } = useOlderLines();
  const isLookingBack = filter !== '' && lines.length < LOOKED_THROUGH;
  useEffect(() => {
    if (isLookingBack) loadOlder();
  }, [isLookingBack, loadOlder]);
  // The lines may come a moment after the picture: what is painted first is what moves.
  const settled = useDeferredValue(lines);
  const shown = useMemo(() => matching(settled, filter), [settled, filter]);
  return (
    <section className="panel log-panel" aria-labelledby="log-title">
      <header className="panel-header">
        <h2 id="log-title" className="panel-title">
          {words.title}
        </h2>
        <input
          type="search"
          className="field log-filter"
          aria-label={words.filter}
          placeholder={words.filterHint}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </header>
      {shown.length === 0 ? (
        <p className="panel-empty muted">{filter === '' ? words.empty : words.noMatch}</p>
      ) : (
        <Lines key={filter} lines={shown} loadOlder={loadOlder} isLoading={isLoading} />
      )}
    </section>
  );
}

function Lines(props: { lines: LogLine[]; loadOlder: () => void; isLoading: boolean }) {
  const { lines, loadOlder, isLoading } = props;
  const startAtMs = useLab((lab) => lab.startAtMs);
  const selection = useLab((lab) => lab.selection);
  const box = useRef<HTMLDivElement>(null);
  const [follows, setFollows] = useState(true);
  /** When a person last moved it: only then does it stop following. */
  const touchedMs = useRef(Number.NEGATIVE_INFINITY);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]!.entry,
    overscan: OVERSCAN,
  });
  const last = lines.at(-1)!.entry;
  useEffect(() => {
    if (follows) virtual.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [follows, last, lines.length]);
  useKeptPlace(lines, follows, virtual);

  const onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = box.current!;
    const isPerson = performance.now() - touchedMs.current < PERSON_MS;
    if (isPerson) setFollows(scrollHeight - scrollTop - clientHeight < NEAR);
    if (scrollTop < NEAR && !isLoading && !follows) loadOlder();
  };
  const touch = (): void => {
    touchedMs.current = performance.now();
  };
  const walk = useLogWalk(box, lines.length, (index) => {
    setFollows(index === lines.length - 1);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (index === 0 && !isLoading) loadOlder();
  });
  return (
    <div className="log-body">
      <p id="log-keys" hidden>
        {words.keys}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: its rows are placed, which a list does not allow */}
      <div
        ref={box}
        className="log-lines"
        role="list"
        aria-label={words.lines}
        aria-describedby="log-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        onScroll={onScroll}
        onWheel={touch}
        onTouchMove={touch}
        onPointerDown={touch}
        onPointerMove={(event) => event.buttons !== 0 && touch()}
        onKeyDown={(event) => {
          touch();
          walk(event);
        }}
      >
        <div style={{ height: virtual.getTotalSize() }} className="log-extent" role="presentation">
          {virtual.getVirtualItems().map(({ key, index, start }) => (
            <LogRow
              key={key}
              line={lines[index]!}
              index={index}
              top={start}
              measure={virtual.measureElement}
              startAtMs={startAtMs}
              selection={selection}
              onSelect={labActions.select}
            />
          ))}
        </div>
      </div>
      {isLoading && <p className="log-note muted">{words.loading}</p>}
      {!follows && (
        <button type="button" className="button log-latest" onClick={() => setFollows(true)}>
          {words.latest}
        </button>
      )}
    </div>
  );
}

/** Keeps the line at the top where it is when older ones come in above it. */
function useKeptPlace(
  lines: LogLine[],
  follows: boolean,
  virtual: { scrollToIndex(index: number, options: { align: 'start' }): void },
): void {
  const first = useRef(lines[0]!.entry);
  useEffect(() => {
    const before = first.current;
    first.current = lines[0]!.entry;
    if (follows || lines[0]!.entry >= before) return;
    const index = lines.findIndex(({ entry }) => entry >= before);
    if (index > 0) virtual.scrollToIndex(index, { align: 'start' });
  }, [lines, follows, virtual]);
}

function matching(lines: LogLine[], filter: string): LogLine[] {
  const parts = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (parts.length === 0) return lines;
  return lines.filter(({ text }) => {
    const lower = text.toLowerCase();
    return parts.every((part) => lower.includes(part));
  });
}
