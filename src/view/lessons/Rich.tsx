import { glossaryEntry } from '../../lessons/glossary.ts';
import { filled, type Measured } from '../../lessons/measure.ts';

/** A text of a lesson: code in backquotes, a term where it is introduced in stars, numbers from the engine. */
export function Rich({ text, report }: { text: string; report: Measured | null }) {
  const parts = filled(text, report).split(/(`[^`]+`|\*[^*]+\*)/u);
  return parts.map((part, place) => {
    const key = `${place} ${part}`;
    const inside = part.slice(1, -1);
    if (part.startsWith('`')) {
      return (
        <code key={key} className="mono lesson-code">
          {inside}
        </code>
      );
    }
    if (!part.startsWith('*')) return part;
    return (
      <dfn key={key} title={glossaryEntry(inside)?.means}>
        {inside}
      </dfn>
    );
  });
}

/** The paragraphs of a step. */
export function Paragraphs({
  texts,
  report,
}: {
  texts: readonly string[];
  report: Measured | null;
}) {
  return texts.map((text) => (
    <p key={text} className="lesson-text">
      <Rich text={text} report={report} />
    </p>
  ));
}
