import { useId } from 'react';
import { markedParts } from '../../lessons/markup.ts';
import { composerWords as words } from './composerWords.ts';
import { servedFrom } from './Result.tsx';

/** What docs/embedding.md says in tables, beside the examples. */
export function Reference() {
  const id = useId();
  const { origin } = new URL(servedFrom());
  return (
    <section className="embedding-reference">
      <Table title={words.parameters} heads={words.parameterHeads} rows={words.parameterRows} />
      <div className="embedding-columns">
        <Table title={words.asked} heads={words.askedHeads} rows={words.askedRows} />
        <Table title={words.heard} heads={words.heardHeads} rows={words.heardRows} />
      </div>
      <article aria-labelledby={id}>
        <h2 id={id}>{words.policy}</h2>
        <p className="muted">{words.policyAbout}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must be reached */}
        <pre tabIndex={0}>{`frame-src ${origin}\nscript-src ${origin}; img-src ${origin}`}</pre>
      </article>
    </section>
  );
}

function Table(props: {
  title: string;
  heads: readonly string[];
  rows: readonly (readonly [string, string])[];
}) {
  const id = useId();
  return (
    <article aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      <table className="embedding-table">
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col">
                <Marked text={head} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name, says]) => (
            <tr key={name}>
              <th scope="row" className="mono">
                {name}
              </th>
              <td>
                <Marked text={says} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}

/** Code in backquotes, names of what stands on the screen in stars. */
function Marked({ text }: { text: string }) {
  return markedParts(text).map((part, place) => {
    const key = `${place} ${part.text}`;
    if (part.as === 'text') return part.text;
    if (part.as === 'term') return <em key={key}>{part.text}</em>;
    return (
      <code key={key} className="mono">
        {part.text}
      </code>
    );
  });
}
