import { glossaryEntry } from '../../lessons/glossary.ts';
import { markedParts } from '../../lessons/markup.ts';
import { filled, type Measured } from '../../lessons/measure.ts';

/** A text of a lesson: code in backquotes, a term where it is introduced in stars, numbers from the engine. */
export function Rich({ text, report }: { text: string; report: Measured | null }) {
  return markedParts(filled(text, report)).map((part, place) => {
    const key = `${place} ${part.text}`;
    if (part.as === 'text') return part.text;
    if (part.as === 'code') {
      return (
        <code key={key} className="mono lesson-code">
          {part.text}
        </code>
      );
    }
    return (
      <dfn key={key} title={glossaryEntry(part.text)?.means}>
        {part.text}
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
