import { useMemo, useState } from 'react';
import type { Command } from '../../engine/definition.ts';
import { keyLabel } from '../../engine/item/key.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { clockLine } from '../parts/clockText.ts';
import { writingWords as words } from '../words/writing.ts';
import { type Draft, useDraft } from './draft.ts';
import { checkItem } from './itemCheck.ts';
import type { LabTable } from './tables.ts';
import { deleteCommand, editsBetween, putCommand, updateCommand } from './writeCommand.ts';

interface Sent {
  call: string;
  label: string;
  /** Microseconds. */
  at: number;
  isConditional: boolean;
  /** The last entry of the log before it. */
  afterEntry: number;
}

/** Sends what the form stands for, and tells what came of it. */
export function SendWrite({ table }: { table: LabTable }) {
  const draft = useDraft();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState('');
  const [sent, setSent] = useState<Sent | null>(null);
  const text = draft.texts[draft.call];
  const check = useMemo(
    () => checkItem(text, draft.form, table.definition),
    [text, draft.form, table],
  );
  const command = check.ok ? commandOf(draft, table, check) : null;
  const label = check.ok ? keyLabel(table.definition, check.key) : '';
  const send = async (): Promise<void> => {
    if (command === null) return;
    const { now, log } = useLab.getState();
    const afterEntry = log.at(-1)?.entry ?? -1;
    setSending(true);
    setSent(null);
    const result = await labActions.command(command);
    setSending(false);
    setError(result.ok ? '' : result.error);
    if (!result.ok) return;
    const isConditional = draft.condition.kind !== 'none';
    setSent({ call: words.calls[draft.call], label, at: now, isConditional, afterEntry });
  };
  return (
    <div className="send-write">
      {command !== null && draft.call === 'update' && (
        <Generated command={command} draft={draft} table={table} check={check} />
      )}
      <button
        type="button"
        className="button button-primary"
        disabled={command === null || isSending}
        onClick={() => void send()}
      >
        {isSending ? words.sending : words.send[draft.call]}
      </button>
      {error !== '' && (
        <p className="tone-bad" role="alert">
          {words.refused}: {error}
        </p>
      )}
      {sent !== null && <Outcome sent={sent} />}
    </div>
  );
}

type RightItem = Extract<ReturnType<typeof checkItem>, { ok: true }>;

function commandOf(draft: Draft, { definition }: LabTable, { item, key }: RightItem): Command {
  if (draft.call === 'put') return putCommand(definition, item, draft.condition);
  if (draft.call === 'delete') return deleteCommand(definition, key, draft.condition);
  return updateCommand(definition, draft.base?.json ?? key, item, key, draft.condition);
}

/** The update as AWS gets it. */
function Generated(props: {
  command: Command;
  draft: Draft;
  table: LabTable;
  check: ReturnType<typeof checkItem>;
}) {
  const { command, draft, table, check } = props;
  if (!check.ok) return null;
  const before = draft.base?.json ?? check.key;
  const { set, remove } = editsBetween(table.definition, before, check.item);
  const isOtherKey =
    draft.base !== null && keyLabel(table.definition, check.key) !== draft.base.label;
  return (
    <>
      {isOtherKey && (
        <p className="tone-behind">{words.keyEdited(table.definition.partitionKey.name)}</p>
      )}
      {set.length + remove.length === 0 && <p className="muted">{words.noEdit}</p>}
      <details className="generated" open>
        <summary>{words.generated}</summary>
        <pre className="mono">{JSON.stringify(command.input, null, 2)}</pre>
      </details>
    </>
  );
}

/** The first lines of the log about the item since it was sent. */
function Outcome({ sent }: { sent: Sent }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const playing = useLab((lab) => lab.playing);
  const line = useLab((lab) =>
    lab.log.find(({ entry, text }) => entry > sent.afterEntry && names(text, sent.label)),
  );
  return (
    <div className="outcome" role="status">
      <p>{words.sent(sent.call, clockLine(startAtMs, sent.at))}</p>
      {line === undefined && !playing && <p className="muted">{words.paused}</p>}
      {line?.tone === 'bad' && sent.isConditional && (
        <p className="tone-bad">{words.conditionError}</p>
      )}
      {line !== undefined && <p className={`tone-${line.tone}`}>{line.text}</p>}
    </div>
  );
}

/** Whether a sentence speaks of an item: `order#1`, and not `order#13`. */
function names(text: string, label: string): boolean {
  const at = text.indexOf(label);
  return at >= 0 && !/^\w/.test(text.slice(at + label.length));
}
