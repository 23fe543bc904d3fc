import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import { splitCommandLine } from '../../aws/cli/commandLine.ts';
import { type Completion, completeCli, type KnownNames } from '../../aws/cli/completeCli.ts';
import { consoleWords as words } from '../words/console.ts';
import { Completions } from './Completions.tsx';
import { runCommand, useConsole } from './consoleStore.ts';

const MOST_ROWS = 8;

interface Open {
  completion: Completion;
  chosen: number;
}

/** Where commands are typed: Enter runs, arrows bring earlier ones back, Tab completes. */
export function CommandPrompt({ known }: { known: KnownNames }) {
  const draft = useConsole((state) => state.draft);
  const [open, setOpen] = useState<Open | null>(null);
  /** How many commands back the draft is; 0: it is none of them. */
  const [back, setBack] = useState(0);
  const input = useRef<HTMLTextAreaElement>(null);
  const wantedCursor = useRef<number | null>(null);
  const listId = useId();
  useLayoutEffect(() => {
    const at = wantedCursor.current;
    if (at !== null) input.current?.setSelectionRange(at, at);
    wantedCursor.current = null;
  });

  const write = (text: string, cursor = text.length): void => {
    useConsole.setState({ draft: text });
    wantedCursor.current = cursor;
  };
  const run = (): void => {
    setOpen(null);
    setBack(0);
    void runCommand(draft);
  };
  const take = ({ completion, chosen }: Open): void => {
    const { text } = completion.candidates[chosen]!;
    const inserted = completion.candidates.length === 1 || open !== null ? `${text} ` : text;
    const rest = draft.slice(completion.to).replace(/^ /u, '');
    write(draft.slice(0, completion.from) + inserted + rest, completion.from + inserted.length);
    setOpen(null);
  };
  const recall = (steps: number): void => {
    const { history } = useConsole.getState();
    const wanted = Math.min(history.length, Math.max(0, back + steps));
    setBack(wanted);
    write(wanted === 0 ? '' : history[history.length - wanted]!);
  };
  /** @returns whether there was anything to complete. */
  const complete = (cursor: number): boolean => {
    const completion = completeCli(draft, cursor, known);
    const { candidates } = completion;
    if (draft.trim() === '' || candidates.length === 0) return false;
    if (candidates.length === 1) take({ completion, chosen: 0 });
    else setOpen({ completion: extended(draft, completion, write), chosen: 0 });
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart, value } = event.currentTarget;
    const isDone = open
      ? steer(event, open, setOpen, take)
      : act(event, {
          run: splitCommandLine(draft).open === '' ? run : null,
          complete: () => complete(selectionStart),
          earlier: value.slice(0, selectionStart).includes('\n') ? null : () => recall(1),
          later: back === 0 || value.slice(selectionStart).includes('\n') ? null : () => recall(-1),
        });
    if (isDone) event.preventDefault();
  };
  return (
    <div className="prompt">
      <textarea
        ref={input}
        data-first-focus
        className="field prompt-input mono"
        aria-label={words.prompt}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={listId}
        {...(open && { 'aria-activedescendant': `${listId}-${open.chosen}` })}
        placeholder={words.hint}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        rows={Math.min(MOST_ROWS, Math.max(2, draft.split('\n').length))}
        value={draft}
        onChange={(event) => {
          useConsole.setState({ draft: event.target.value });
          setOpen(null);
          setBack(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(null)}
      />
      <Completions id={listId} open={open} onTake={(chosen) => open && take({ ...open, chosen })} />
      <button
        type="button"
        className="button button-primary"
        disabled={draft.trim() === ''}
        onClick={run}
      >
        {words.run}
      </button>
    </div>
  );
}

interface Keys {
  /** Null where the key does what it does in any text. */
  run: (() => void) | null;
  earlier: (() => void) | null;
  later: (() => void) | null;
  /** @returns whether there was anything to complete. */
  complete: () => boolean;
}

/** @returns whether the key did something. */
function act({ key, shiftKey }: KeyboardEvent, keys: Keys): boolean {
  if (shiftKey) return false;
  if (key === 'Tab') return keys.complete();
  const does = { Enter: keys.run, ArrowUp: keys.earlier, ArrowDown: keys.later }[key];
  does?.();
  return does != null;
}

/** Keys while completions are shown. @returns whether the key did something. */
function steer(
  { key, shiftKey }: KeyboardEvent,
  open: Open,
  setOpen: (open: Open | null) => void,
  take: (open: Open) => void,
): boolean {
  const count = open.completion.candidates.length;
  if (key === 'Escape') setOpen(null);
  else if (key === 'Enter' || (key === 'Tab' && !shiftKey)) take(open);
  else if (key === 'ArrowDown') setOpen({ ...open, chosen: (open.chosen + 1) % count });
  else if (key === 'ArrowUp') setOpen({ ...open, chosen: (open.chosen + count - 1) % count });
  else return false;
  return true;
}

/** Types what all candidates have in common. @returns the completion for the longer line. */
function extended(
  line: string,
  completion: Completion,
  write: (line: string, cursor: number) => void,
): Completion {
  const { from, to, candidates } = completion;
  let common = candidates[0]!.text;
  for (const { text } of candidates) while (!text.startsWith(common)) common = common.slice(0, -1);
  if (common.length <= to - from) return completion;
  write(line.slice(0, from) + common + line.slice(to), from + common.length);
  return { ...completion, to: from + common.length };
}
