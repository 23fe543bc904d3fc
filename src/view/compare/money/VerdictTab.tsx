import { useEffect, useMemo, useState } from 'react';
import { pricesOf } from '../../../engine/prices.ts';
import {
  judgeWays,
  type LossTarget,
  verdictCsv,
  verdictMarkdown,
} from '../../../projections/money/verdict.ts';
import { type ChartColours, verdictSvg } from '../../../projections/money/verdictChart.ts';
import { spanText } from '../../../projections/spanText.ts';
import { savePng, saveText } from '../../parts/saveFile.ts';
import { onThemeChange } from '../../theme/themeColours.ts';
import { moneyWords } from '../../words/money.ts';
import { laneName } from '../lanes/laneNames.ts';
import { useLanes } from '../lanes/laneStore.ts';
import { TableForm } from './MoneyTab.tsx';
import { modelLanes, setNeeds, useMoney } from './moneyStore.ts';

const words = moneyWords.verdict;
const DELAYS_MS = [1_000, 5_000, 30_000, 60_000, 300_000, 3_600_000, 86_400_000];
const LOSSES: readonly LossTarget[] = ['changes', 'states', 'any'];
const ALLOWED = [0, 1, 10, 100, 1_000, 10_000];
const FILE = 'change-data-capture-verdict';

/** Which way meets the learner's needs, at what cost, and why the others do not. */
export function VerdictTab() {
  const { table, needs } = useMoney();
  const lanes = useLanes((state) => state.lanes);
  const { region, edited } = useLanes((state) => state.prices);
  const verdict = useMemo(
    () =>
      judgeWays(table, modelLanes(lanes), needs, pricesOf(region, edited), ({ word }) =>
        laneName(word),
      ),
    [table, lanes, needs, region, edited],
  );
  const colours = useChartColours();
  const svg = verdictSvg(verdict, colours);
  const [asked, first, ...rest] = verdict.sentences;
  return (
    <div className="verdict">
      <details className="verdict-table">
        <summary>{words.table}</summary>
        <TableForm />
      </details>
      <NeedsForm />
      <p className="muted">{asked}</p>
      <p className="verdict-first">{first}</p>
      <section
        className="verdict-picture"
        aria-label={words.chart}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
      >
        <img
          className="verdict-chart"
          alt=""
          src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        />
      </section>
      <ul className="verdict-rest">
        {rest.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <fieldset className="way-controls" aria-label={words.save}>
        <span className="muted">{words.save}</span>
        <button
          type="button"
          className="button"
          onClick={() => saveText(`${FILE}.md`, 'text/markdown', verdictMarkdown(verdict))}
        >
          {words.markdown}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => saveText(`${FILE}.csv`, 'text/csv', verdictCsv(verdict))}
        >
          {words.csv}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => saveText(`${FILE}.svg`, 'image/svg+xml', svg)}
        >
          {words.svg}
        </button>
        <button type="button" className="button" onClick={() => void savePng(`${FILE}.png`, svg)}>
          {words.png}
        </button>
      </fieldset>
    </div>
  );
}

function NeedsForm() {
  const { needs } = useMoney();
  return (
    <fieldset className="way-controls" aria-label={words.needs}>
      <label className="way-every">
        <span className="muted">{words.within}</span>
        <select
          className="field"
          value={needs.delayMs}
          onChange={(event) => setNeeds({ delayMs: Number(event.target.value) })}
        >
          {DELAYS_MS.map((ms) => (
            <option key={ms} value={ms}>
              {spanText(ms)}
            </option>
          ))}
        </select>
      </label>
      <label className="way-every">
        <span className="muted">{words.loss}</span>
        <select
          className="field"
          value={needs.loss}
          onChange={(event) => setNeeds({ loss: event.target.value as LossTarget })}
        >
          {LOSSES.map((loss) => (
            <option key={loss} value={loss}>
              {words.losses[loss]}
            </option>
          ))}
        </select>
      </label>
      <label className="way-every">
        <span className="muted">{words.perMillion}</span>
        <select
          className="field"
          value={needs.lostPerMillion}
          onChange={(event) => setNeeds({ lostPerMillion: Number(event.target.value) })}
        >
          {ALLOWED.map((n) => (
            <option key={n} value={n}>
              {n}
            </option>
          ))}
        </select>
      </label>
    </fieldset>
  );
}

/** The theme's colours, again when it changes. */
function useChartColours(): ChartColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => onThemeChange(() => setColours(readColours())), []);
  return colours;
}

function readColours(): ChartColours {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: value('card'),
    ink: value('ink'),
    muted: value('muted'),
    line: value('line'),
    good: value('good'),
    bad: value('bad'),
  };
}
