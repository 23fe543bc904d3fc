import { useMemo } from 'react';
import { type PriceName, pricesOf, REGION_FACTORS } from '../../../engine/prices.ts';
import { totalUsd } from '../../../projections/money/costLine.ts';
import { isSimulated, tableCost } from '../../../projections/money/myTable.ts';
import { type WayModel, wayModel } from '../../../projections/money/wayModel.ts';
import { countText, decimalText, spanText } from '../../../projections/spanText.ts';
import { moneyText, rateText } from '../../../projections/words/verdictWords.ts';
import { moneyWords as words } from '../../words/money.ts';
import { laneName } from '../lanes/laneNames.ts';
import { setPrices, useLanes } from '../lanes/laneStore.ts';
import {
  FIELD_RANGES,
  type FieldName,
  fieldValue,
  HUGE,
  LARGE,
  labTable,
  modelLanes,
  ONE,
  setTable,
  typeField,
  useMoney,
} from './moneyStore.ts';

const FIELDS: readonly FieldName[] = [
  ...(['size', 'items', 'writes', 'share', 'active', 'deletes'] as const),
];

/** The bill of every way for the learner's own table, an hour, a day and a month. */
export function MoneyTab() {
  const table = useMoney((money) => money.table);
  const lanes = useLanes((state) => state.lanes);
  const prices = useLanes((state) => state.prices);
  const amounts = useMemo(() => pricesOf(prices.region, prices.edited), [prices]);
  const models = useMemo(
    () => modelLanes(lanes).map((lane) => wayModel(table, lane, amounts)),
    [table, lanes, amounts],
  );
  return (
    <div className="money">
      <TableForm />
      <p className="muted ways-note">
        {words.rate(rateText(table.changesPerSecond))} {words.byFormula(isSimulated(table))}{' '}
        {words.ownWrites(moneyText(tableCost(table, amounts) * 720))}
      </p>
      <div className="ledger-scroll">
        <table className="compare ledger money-table">
          <thead>
            <tr>
              {Object.values(words.columns).map((name) => (
                <th key={name} scope="col" className="compare-watcher">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <WayRow key={model.lane.word} model={model} />
            ))}
          </tbody>
        </table>
      </div>
      <PriceTable />
    </div>
  );
}

function WayRow({ model }: { model: WayModel }) {
  const name = laneName(model.lane.word);
  const { missed, delay, cost } = model;
  const lost = missed.deletes + missed.collapsed + missed.race;
  const hour = totalUsd(cost);
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>{name}</summary>
          <ul className="money-lines" aria-label={words.lines(name)}>
            {cost.map((line) => (
              <li key={line.for}>
                {line.for}: {countText(line.quantity * 720)} × ${line.usdPerUnit} a {line.unit} ={' '}
                {moneyText(line.usd * 720)} {line.assumed && <em>({words.assumed})</em>}
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td>{spanText(delay.p50Ms)}</td>
      <td>{spanText(delay.p99Ms)}</td>
      <td className={lost >= 0.5 ? 'tone-bad' : undefined}>{countText(lost)}</td>
      <td>{countText(model.readUnitsPerHour)}</td>
      <td>{moneyText(hour)}</td>
      <td>{moneyText(hour * 24)}</td>
      <td>{moneyText(hour * 720)}</td>
    </tr>
  );
}

/** Of what the table consists, and ready examples of it. */
export function TableForm() {
  const { typed } = useMoney();
  const log = useLanes((lanes) => lanes.log);
  const labId = useLanes((lanes) => lanes.table);
  const { presetNames } = words;
  const wrong = FIELDS.filter((name) => typed[name] !== undefined);
  return (
    <>
      <p className="muted">{words.intro}</p>
      <fieldset className="way-controls" aria-label={words.presets}>
        {log && (
          <button
            type="button"
            className="button"
            onClick={() => setTable(labTable(log.definition, labId))}
          >
            {presetNames.lab}
          </button>
        )}
        <button type="button" className="button" onClick={() => setTable(LARGE)}>
          {presetNames.large}
        </button>
        <button type="button" className="button" onClick={() => setTable(ONE)}>
          {presetNames.one}
        </button>
        <button type="button" className="button" onClick={() => setTable(HUGE)}>
          {presetNames.huge}
        </button>
      </fieldset>
      <div className="way-controls">
        {FIELDS.map((name) => (
          <Field key={name} name={name} />
        ))}
      </div>
      {wrong.map((name) => {
        const { least, most } = FIELD_RANGES[name];
        const [label] = words.fields[name];
        return (
          <p key={name} className="tone-bad" role="alert">
            {words.outOfRange(label, decimalText(least), countText(most))}
          </p>
        );
      })}
    </>
  );
}

function Field({ name }: { name: FieldName }) {
  const table = useMoney((money) => money.table);
  const typed = useMoney((money) => money.typed[name]);
  const [label, unit] = words.fields[name];
  const value = fieldValue(table, name);
  const shown = value >= 1_000 ? countText(value) : String(Number(value.toPrecision(4)));
  return (
    <label className="way-every money-field">
      <span className="muted">{label}</span>
      <input
        className="field"
        inputMode="decimal"
        value={typed ?? shown}
        aria-invalid={typed !== undefined}
        onChange={(event) => typeField(name, event.target.value)}
      />
      {unit !== '' && <span className="muted">{unit}</span>}
    </label>
  );
}

/** The prices with their sources, to be edited. */
function PriceTable() {
  const { region, edited } = useLanes((lanes) => lanes.prices);
  const prices = pricesOf(region, edited);
  return (
    <details className="money-prices">
      <summary>{words.prices}</summary>
      <div className="way-controls">
        <label className="way-every">
          <span className="muted">{words.region}</span>
          <select
            className="field"
            aria-label={words.region}
            value={region}
            onChange={(event) => setPrices({ region: event.target.value, edited })}
          >
            {Object.keys(REGION_FACTORS).map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          onClick={() => setPrices({ region: 'us-east-1', edited: {} })}
        >
          {words.reset}
        </button>
        <span className="muted">{words.pricesNote}</span>
      </div>
      <ul className="money-lines">
        {(Object.keys(prices) as PriceName[]).map((name) => {
          const price = prices[name];
          return (
            <li key={name}>
              <label className="way-every">
                <input
                  className="field mono"
                  inputMode="decimal"
                  defaultValue={price.usd}
                  key={`${region}${price.source.name}`}
                  aria-label={price.unit}
                  onBlur={(event) => {
                    const usd = Number(event.target.value);
                    const isAmount = event.target.value.trim() !== '' && usd >= 0 && usd < 1e6;
                    if (!isAmount) event.target.value = String(price.usd);
                    else if (usd !== price.usd) {
                      setPrices({ region, edited: { ...edited, [name]: usd } });
                    }
                  }}
                />
                <span>
                  a {price.unit}{' '}
                  <span className="muted">
                    {price.source.name} {price.source.date}
                    {price.assumed && `, ${words.assumed}`}
                  </span>
                </span>
              </label>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
