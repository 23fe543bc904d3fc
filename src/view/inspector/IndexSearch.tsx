import { useEffect, useState } from 'react';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { JsonTree } from '../parts/JsonTree.tsx';
import { inspectorWords as words } from '../words/inspector.ts';

const MOST_FOUND = 50;
type Found = Awaited<ReturnType<typeof labActions.search>>;

/** The search box of an OpenSearch index: finds what the index holds now, and not what it should. */
export function IndexSearch({ target }: { target: number }) {
  const definition = useLab((lab) => lab.definition);
  const scene = useLab((lab) => lab.scene);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>([]);
  const isIndex = definition?.targets[target]?.kind === 'OpenSearch';
  useEffect(() => {
    if (!isIndex) return;
    let isWanted = true;
    const timer = setTimeout(() => {
      labActions.search(target, text).then(
        (documents) => isWanted && setFound(documents),
        () => isWanted && setFound([]),
      );
    }, 80);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [isIndex, target, text, scene]);
  if (!isIndex) return null;
  return (
    <search className="index-search">
      <input
        type="search"
        className="field"
        aria-label={words.search}
        placeholder={`${words.search}: ${words.searchHint}`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && <Documents found={found} />}
    </search>
  );
}

function Documents({ found }: { found: Found }) {
  const count =
    found.length >= MOST_FOUND ? words.foundAtMost(MOST_FOUND) : words.found(found.length);
  return (
    <>
      <p className="muted" aria-live="polite">
        {found.length === 0 ? words.notFound : count}
      </p>
      <ul className="found-documents">
        {found.map(({ item, label, json }) => (
          <li key={item}>
            <details>
              <summary className="mono">{label}</summary>
              <JsonTree json={json} label={label} />
              <button
                type="button"
                className="link"
                onClick={() => labActions.select({ kind: 'item', item })}
              >
                {words.title}
              </button>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
