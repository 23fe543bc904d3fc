import { stageWords } from '../words/stage.ts';
import { MarkGlyph } from './MarkGlyph.tsx';

/** What the shapes and rings mean, in one quiet line. */
export function Legend() {
  const words = stageWords.legend;
  return (
    <ul className="legend" aria-label={words.title}>
      <li>
        <MarkGlyph mark={{ item: 0, kind: 1 }} /> {words.insert}
      </li>
      <li>
        <MarkGlyph mark={{ item: 2, kind: 2 }} /> {words.modify}
      </li>
      <li>
        <MarkGlyph mark={{ item: 3, kind: 3 }} /> {words.remove}
      </li>
      <li>
        <MarkGlyph mark={{ item: 5, kind: 1, duplicate: true }} /> {words.duplicate}
      </li>
      <li>
        <MarkGlyph mark={{ item: 4, kind: 2, state: 'failing' }} /> {words.failing}
      </li>
      <li>
        <span className="legend-pale">
          <MarkGlyph mark={{ item: 0, kind: 1 }} />
        </span>{' '}
        {words.read}
      </li>
      <li className="legend-colour">
        <span className="legend-hues" aria-hidden="true">
          {[0, 1, 2, 3].map((item) => (
            <MarkGlyph key={item} mark={{ item, kind: 1 }} size={12} />
          ))}
        </span>{' '}
        {words.color}
      </li>
    </ul>
  );
}
