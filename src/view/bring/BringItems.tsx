import { useEffect, useRef, useState } from 'react';
import type { TableDefinition } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { PARTITION_WRITE_UNITS } from '../../engine/limits.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { Choice } from '../parts/Choice.tsx';
import { bringingWords as words } from '../words/bringing.ts';
import { useBringing } from './bringing.ts';
import { putItems, startWithItems } from './sendItems.ts';

const hows = ['write', 'before'] as const;

/** Brings the items in, one way or the other; a long way can be stopped. */
export function BringItems({ table, items }: { table: TableDefinition; items: AttributeMap[] }) {
  const how = useBringing((bringing) => bringing.how);
  const [sent, setSent] = useState<number | null>(null);
  const [told, setTold] = useState<{ text: string; isBad: boolean } | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  const write = async (): Promise<void> => {
    const controller = new AbortController();
    stop.current = controller;
    const result = await putItems(table.id, items, setSent, controller.signal);
    if (result.error !== '') return setTold({ text: result.error, isBad: true });
    const text = controller.signal.aborted
      ? words.stopped(result.sent, items.length)
      : words.sent(result.sent, table.name);
    const paused = useLab.getState().playing ? '' : ` ${words.sentPaused}`;
    setTold({ text: text + paused, isBad: false });
  };
  const start = async (): Promise<void> => {
    const error = await startWithItems(table.id, items);
    setTold({ text: error || words.started(items.length, table.name), isBad: error !== '' });
  };
  const go = async (): Promise<void> => {
    setTold(null);
    setSent(0);
    await (how === 'write' ? write() : start());
    setSent(null);
  };
  return (
    <section className="bring-items">
      <Choice
        label={words.how}
        options={hows.map((value) => ({ value, name: words.hows[value] }))}
        value={how}
        onChange={(value) => useBringing.setState({ how: value })}
        disabled={sent !== null}
      />
      <p className="muted">{words.howAbout[how]}</p>
      {how === 'write' && items.length > PARTITION_WRITE_UNITS && (
        <p className="tone-behind">{words.tooManyAtOnce}</p>
      )}
      {sent === null ? (
        <button type="button" className="button button-primary" onClick={() => void go()}>
          {words.go[how](items.length)}
        </button>
      ) : (
        <div className="bring-progress">
          <label>
            {words.sending(sent, items.length)}
            <progress max={items.length} value={sent} />
          </label>
          <button type="button" className="button" onClick={() => stop.current?.abort()}>
            {words.stop}
          </button>
        </div>
      )}
      {told !== null && (
        <p className={told.isBad ? 'tone-bad' : 'tone-good'} role="status">
          {told.text}
        </p>
      )}
    </section>
  );
}
