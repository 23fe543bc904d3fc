import { Sheet } from '../parts/Sheet.tsx';
import { shellWords } from '../words/shell.ts';

const words = shellWords.keys;

/** The keys, and what they do. */
export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={words.title} onClose={onClose}>
      <dl className="keys">
        {words.rows.map(([keys, does]) => (
          <div key={keys} className="key-row">
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="muted">{words.about}</p>
    </Sheet>
  );
}
