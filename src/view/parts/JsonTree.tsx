import { useState } from 'react';
import { inspectorWords as words } from '../words/inspector.ts';
import { CopyButton } from './CopyButton.tsx';

/** Deeper than this is folded at first. */
const OPEN_LEVELS = 3;
const MOST_SHOWN = 100;
const LONGEST_TEXT = 160;
const SHOWN_TEXT = 80;

/** JSON as one reads it: names, values by their kind, what is long folded; and all of it to copy. */
export function JsonTree({ json, label }: { json: unknown; label: string }) {
  return (
    <section className="json" aria-label={label}>
      <CopyButton text={() => JSON.stringify(json, null, 2)} />
      <div className="json-tree mono">
        <JsonValue value={json} level={0} last />
      </div>
    </section>
  );
}

function JsonValue(props: { name?: string; value: unknown; level: number; last: boolean }) {
  const { name, value, level, last } = props;
  const label = name === undefined ? null : <span className="json-name">{`"${name}"`}: </span>;
  const comma = last ? '' : ',';
  if (typeof value !== 'object' || value === null) {
    return (
      <div className="json-line">
        {label}
        <JsonLeaf value={value} />
        {comma}
      </div>
    );
  }
  const entries = Object.entries(value);
  const isArray = Array.isArray(value);
  const [open, close] = isArray ? '[]' : '{}';
  const isShort =
    entries.length === 0 ||
    (entries.length === 1 && (typeof entries[0]![1] !== 'object' || entries[0]![1] === null));
  if (isShort) {
    return (
      <div className="json-line">
        {label}
        <ShortValue entries={entries} isArray={isArray} />
        {comma}
      </div>
    );
  }
  return (
    <JsonBranch label={label} entries={entries} isArray={isArray} level={level}>
      {`${open}`}
      {`${close}${comma}`}
    </JsonBranch>
  );
}

/** A value without parts; of a long text the beginning, until one asks for the rest. */
function JsonLeaf({ value }: { value: unknown }) {
  const [isWhole, setWhole] = useState(false);
  const text = JSON.stringify(value) ?? '';
  const isLong = !isWhole && text.length > LONGEST_TEXT;
  return (
    <span className={`json-${value === null ? 'null' : typeof value}`}>
      {isLong ? text.slice(0, SHOWN_TEXT) : text}
      {isLong && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {words.moreText(text.length - SHOWN_TEXT)}
        </button>
      )}
    </span>
  );
}

/** `{ "S": "shipped" }` on one line. */
function ShortValue({ entries, isArray }: { entries: [string, unknown][]; isArray: boolean }) {
  const [open, close] = isArray ? '[]' : '{}';
  const [first] = entries;
  if (first === undefined) return `${open}${close}`;
  const [name, value] = first;
  return (
    <>
      {open}
      {isArray ? '' : ' '}
      {!isArray && <span className="json-name">{`"${name}"`}: </span>}
      <JsonLeaf value={value} />
      {isArray ? '' : ' '}
      {close}
    </>
  );
}

function JsonBranch(props: {
  label: React.ReactNode;
  entries: [string, unknown][];
  isArray: boolean;
  level: number;
  children: [string, string];
}) {
  const { label, entries, isArray, level, children } = props;
  const [isOpen, setOpen] = useState(level < OPEN_LEVELS);
  const [open, close] = children;
  const shown = entries.slice(0, MOST_SHOWN);
  return (
    <div className="json-branch">
      <button
        type="button"
        className="json-line json-fold"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        {open}
        {!isOpen && (
          <span className="muted">
            {' '}
            {words.entries(entries.length)} {close}
          </span>
        )}
      </button>
      {isOpen && (
        <>
          <div className="json-children">
            {shown.map(([name, value], i) => (
              <JsonValue
                key={name}
                {...(isArray ? {} : { name })}
                value={value}
                level={level + 1}
                last={i === entries.length - 1}
              />
            ))}
            {entries.length > shown.length && (
              <p className="muted">{words.more(entries.length - shown.length)}</p>
            )}
          </div>
          <div className="json-line">{close}</div>
        </>
      )}
    </div>
  );
}
