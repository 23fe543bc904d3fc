import { useState } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { useBringing } from '../bring/bringing.ts';
import { openSheet } from '../panels.ts';
import { bringingWords } from '../words/bringing.ts';
import { writingWords as words } from '../words/writing.ts';
import { useDraft } from './draft.ts';
import { putBurst, setTraffic, updateTenTimes, usualRate } from './quickWrites.ts';
import type { LabTable } from './tables.ts';

const MOST_RATE = 1_000;

/** Bursts, repeated updates, and traffic that goes on by itself. */
export function ManyWrites({ table }: { table: LabTable }) {
  const base = useDraft((draft) => draft.base);
  return (
    <section className="many-writes">
      <h3 className="kicker">{words.many}</h3>
      <div className="many-buttons">
        <button type="button" className="button" onClick={() => void putBurst(table)}>
          {words.burst}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => void updateTenTimes(table, base?.label)}
        >
          {words.updateTen}
        </button>
      </div>
      <button
        type="button"
        className="link"
        onClick={() => {
          useBringing.setState({ table: table.definition.id });
          openSheet('bring');
        }}
      >
        {bringingWords.open}
      </button>
      <Traffic tableId={table.definition.id} />
    </section>
  );
}

function Traffic({ tableId }: { tableId: string }) {
  const perSecond = useLab(
    (lab) =>
      lab.scene?.cards.find((card) => card.type === 'writers' && card.logicalId === tableId) as
        | { trafficPerSecond: number }
        | undefined,
  )?.trafficPerSecond;
  const hasTraffic = useLab((lab) =>
    lab.definition?.traffic.some((traffic) => traffic.table === tableId),
  );
  const [text, setText] = useState(String(perSecond || usualRate(tableId)));
  if (hasTraffic !== true) return <p className="muted">{words.noTraffic}</p>;
  const rate = text.trim() === '' ? Number.NaN : Number(text);
  const isValid = rate >= 0 && rate <= MOST_RATE;
  const isOn = (perSecond ?? 0) > 0;
  return (
    <form
      className="traffic"
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) void setTraffic(tableId, rate);
      }}
    >
      <button
        type="button"
        className="button"
        role="switch"
        aria-checked={isOn}
        onClick={() =>
          void setTraffic(tableId, isOn ? 0 : isValid && rate > 0 ? rate : usualRate(tableId))
        }
      >
        {words.traffic}: {isOn ? words.trafficOn : words.trafficOff}
      </button>
      <label>
        <input
          className="field traffic-rate"
          inputMode="decimal"
          value={text}
          aria-invalid={!isValid}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (isValid && isOn && rate !== perSecond) void setTraffic(tableId, rate);
          }}
        />{' '}
        {words.trafficRate}
      </label>
      {!isValid && <p className="tone-bad">{words.badRate}</p>}
    </form>
  );
}
