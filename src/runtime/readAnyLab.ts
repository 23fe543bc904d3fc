/** The source of labs: built-in ones by their id, any other by its text. */
import { builtInLab } from '../lab/builtIn/index.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readLab } from '../lab/readLab.ts';
import type { LabRead, LabSource, LabWish } from './labSource.ts';
import { words } from './words.ts';

const MOST_ERRORS_TOLD = 12;

export const readAnyLab: LabSource = async (wish: LabWish): Promise<LabRead> => {
  if ('stored' in wish) return { ok: true, labId: wish.stored, definition: null };
  const found = 'id' in wish ? builtInLab(wish.id) : wish;
  if (found === undefined)
    return { ok: false, error: words.unknownLab('id' in wish ? wish.id : '') };
  const reading = readLab(found.text);
  if (reading.ok) {
    const labId = 'id' in wish ? wish.id : `file:${wish.name}`;
    const { definition, history } = reading;
    if (history === undefined) return { ok: true, labId, definition };
    const { own: commands, ...brought } = history;
    return { ok: true, labId, definition: { ...definition, commands }, history: brought };
  }
  const { errors } = reading;
  const lines = errors.slice(0, MOST_ERRORS_TOLD).map(labErrorLine);
  if (errors.length > lines.length) lines.push(words.moreErrors(errors.length - lines.length));
  return { ok: false, error: lines.join('\n') };
};
