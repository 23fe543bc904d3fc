import { glossaryEntry } from '../../../lessons/glossary.ts';
import type { HandoutStep } from '../../../lessons/handout.ts';
import { markedParts } from '../../../lessons/markup.ts';
import { handoutWords as words } from '../../words/handout.ts';

/** The terms that the lesson introduces. */
export function PrintedTerms({ steps }: { steps: readonly HandoutStep[] }) {
  const marked = steps
    .flatMap(({ words: told }) => told.text.flatMap(markedParts))
    .filter(({ as, text }) => as === 'term' && glossaryEntry(text) !== undefined);
  const terms = [...new Set(marked.map(({ text }) => text))];
  if (terms.length === 0) return null;
  return (
    <section className="handout-terms">
      <h2>{words.terms}</h2>
      <dl>
        {terms.map((term) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{glossaryEntry(term)!.means}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
