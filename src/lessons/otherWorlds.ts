/** The worlds beside a question's own: of wrong answers, of other values, of parts that are mended. */
import type { OfferedValue, OtherWorld, Question, SettingQuestion, SuspectPart } from './lesson.ts';

/** What is offered, with the id that each value has as an answer. */
export function offeredBy({ offered }: SettingQuestion): OfferedValue[] {
  return offered.map((one) =>
    typeof one === 'object' && one !== null && 'id' in one
      ? (one as OfferedValue)
      : { id: String(one), value: one as OfferedValue['value'] },
  );
}

export const partId = ({ id, card }: SuspectPart): string => id ?? card;

/** The world with a value that was typed. */
export const typedWorld = ({ path }: SettingQuestion, typed: string): OtherWorld => ({
  id: typed,
  settings: [`${path}=${typed}`],
});

/** Every other world of a question, in the order of its answers. */
export function otherWorlds(question: Question): OtherWorld[] {
  switch (question.kind) {
    case 'one':
    case 'several':
      return question.choices.flatMap(({ id, world }) =>
        world === undefined ? [] : [{ id, settings: world }],
      );
    case 'order':
      return [...(question.worlds ?? [])];
    case 'setting':
      return offeredBy(question).map(({ id, value }) => ({
        id,
        settings: [`${question.path}=${JSON.stringify(value)}`],
      }));
    case 'broken':
      return question.parts.map((part) => ({ id: partId(part), settings: part.mend }));
    case 'estimate':
      return [];
  }
}

/** The settings of the world of this id; one that was typed has no place in the list. */
export function settingsOf(question: Question | undefined, id: string | null): readonly string[] {
  if (question === undefined || id === null) return [];
  const found = otherWorlds(question).find((world) => world.id === id);
  if (found !== undefined) return found.settings;
  return question.kind === 'setting' ? typedWorld(question, id).settings : [];
}
