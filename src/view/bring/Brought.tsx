import type { TableDefinition } from '../../engine/definition.ts';
import { keyLabel, keyNames } from '../../engine/item/key.ts';
import { toPlain } from '../../engine/item/plainJson.ts';
import type { ItemFile } from '../../lab/items/itemFile.ts';
import { bringingWords as words } from '../words/bringing.ts';
import { useBringing } from './bringing.ts';

const PREVIEWED = 5;
const PROBLEMS_TOLD = 12;

/** What was found: how many items in which form, the first of them, and what is wrong by line. */
export function Brought({ file, table }: { file: ItemFile; table: TableDefinition }) {
  const { form, items } = file;
  return (
    <section className="brought" aria-live="polite">
      <p>{form === null ? words.nothing : words.found(items.length, words.forms[form])}</p>
      {form === 'csv' && <CsvNumbers />}
      <Problems file={file} />
      {items.length > 0 && (
        <>
          <h3 className="kicker">{words.preview}</h3>
          <ol className="brought-items">
            {items.slice(0, PREVIEWED).map((item, i) => {
              const names = keyNames(table);
              const rest = Object.entries(toPlain(item)).filter(([name]) => !names.includes(name));
              return (
                <li key={i}>
                  <span className="mono">{keyLabel(table, item)}</span>
                  <span className="mono muted brought-rest">
                    {JSON.stringify(Object.fromEntries(rest)).slice(1, -1)}
                  </span>
                </li>
              );
            })}
          </ol>
          {items.length > PREVIEWED && (
            <p className="muted">{words.more(items.length - PREVIEWED)}</p>
          )}
        </>
      )}
    </section>
  );
}

function CsvNumbers() {
  const csvNumbers = useBringing((bringing) => bringing.csvNumbers);
  return (
    <label className="bring-numbers">
      <input
        type="checkbox"
        checked={csvNumbers}
        onChange={(event) => useBringing.setState({ csvNumbers: event.target.checked })}
      />
      <span>
        {words.csvNumbers}
        <span className="muted"> {words.csvAbout}</span>
      </span>
    </label>
  );
}

function Problems({ file: { problems, problemCount } }: { file: ItemFile }) {
  if (problemCount === 0) return null;
  const told = problems.slice(0, PROBLEMS_TOLD);
  return (
    <div className="brought-problems">
      <p className="tone-bad">{words.bad(problemCount)}</p>
      <ul>
        {told.map(({ line, text }) => (
          <li key={line}>
            <strong>{words.line(line)}</strong> {text}
          </li>
        ))}
      </ul>
      {problemCount > told.length && (
        <p className="muted">{words.moreBad(problemCount - told.length)}</p>
      )}
    </div>
  );
}
