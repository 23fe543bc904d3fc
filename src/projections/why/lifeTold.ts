/** The life of one record as text, and as a Mermaid sequence diagram. [V81] in SPEC.md. */
import { changeKindName, type World } from '../../engine/world.ts';
import { labelOfChange } from '../scene/marks.ts';
import { spanText } from '../spanText.ts';
import { lifeWords as words } from '../words/lifeWords.ts';
import type { Party } from './parties.ts';
import { type LifeStep, recordLife } from './recordLife.ts';
import { stretchesAfter } from './stretches.ts';

/** A life as it is copied. */
export interface RecordLifeTold {
  text: string;
  mermaid: string;
  /** Up to when everything was read, microseconds; null: to the end. */
  readUntil: number | null;
}

/**
 * A record's life so far, as text and as a diagram.
 * @param most entries of the journal that may be read for it.
 */
export function tellLife(world: World, change: number, most: number): RecordLifeTold {
  const read = stretchesAfter(world, change, most);
  const steps = recordLife(world, change, read);
  const kind = changeKindName(world.changes.kind.get(change));
  const title = words.title(labelOfChange(world, change), kind);
  const { readUntil } = read;
  return { text: lifeText(title, steps), mermaid: lifeMermaid(title, steps), readUntil };
}

/** One line a step, with the time since the step before. */
export function lifeText(title: string, steps: readonly LifeStep[]): string {
  const begin = steps[0]?.at ?? 0;
  const lines = steps.map(({ at, from, to, text }, i) => {
    const since = i === 0 ? '' : `+${spanText((at - steps[i - 1]!.at) / 1_000)}`;
    const after = i === 0 ? '0' : spanText((at - begin) / 1_000);
    const who = from.id === to.id ? from.name : `${from.name} → ${to.name}`;
    return `${after.padStart(10)}  ${since.padStart(10)}  ${who}: ${text}`;
  });
  return [title, ...lines].join('\n');
}

/** Microseconds between two steps that are worth a note. */
const SHORTEST_TOLD = 500;

/** Steps that are drawn, at most: Mermaid takes no longer texts, and nobody reads them. */
const MOST_DRAWN = 100;

/** A Mermaid sequence diagram of the same steps, with the times between as notes; of very many, the middle is left out. */
export function lifeMermaid(title: string, steps: readonly LifeStep[]): string {
  const parties = new Map(
    steps.flatMap(({ from, to }) => [from, to]).map((each) => [each.id, each]),
  );
  const ids = [...parties.keys()];
  const idOf = ({ id }: Party): string => `P${ids.indexOf(id)}`;
  const left = Math.max(0, steps.length - MOST_DRAWN);
  const lines = steps.flatMap(({ at, from, to, text, isBad }, i) => {
    if (left > 0 && i === MOST_DRAWN / 2) {
      return [`    Note over P0: ${mermaidText(words.leftOut(left))}`];
    }
    if (i > MOST_DRAWN / 2 && i < MOST_DRAWN / 2 + left) return [];
    const gap = i === 0 ? 0 : at - steps[i - 1]!.at;
    const note = `    Note over P0: ${mermaidText(words.later(spanText(gap / 1_000)))}`;
    const arrow = isBad ? '-x' : '->>';
    const message = `    ${idOf(from)}${arrow}${idOf(to)}: ${mermaidText(text)}`;
    return gap >= SHORTEST_TOLD ? [note, message] : [message];
  });
  return [
    '---',
    `title: ${JSON.stringify(oneLine(title))}`,
    '---',
    'sequenceDiagram',
    ...[...parties.values()].map(
      (party) => `    participant ${idOf(party)} as ${mermaidText(party.name)}`,
    ),
    ...lines,
  ].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/**
 * Mermaid takes `#` and `;` for an entity, `<` and `&` for HTML, `%%` for a remark or a directive, `$$` for
 * mathematics, and `wrap:` at the beginning for a directive, too; a line is a statement.
 */
const mermaidText = (text: string): string =>
  oneLine(text).replace(
    /[#;<>&%]|\$(?=\$)|(?<=^(?:no)?wrap):/gu,
    (sign) => `#${sign.codePointAt(0)};`,
  );
