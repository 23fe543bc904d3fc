/** The source of labs: built-in ones by their id, any other by its text or from a link. */
import { type LabError, labErrorLine } from '../lab/labError.ts';
import type { LabRead, LabSource } from './labSource.ts';
import { type StepsFollow, takeSteps } from './session/takeSteps.ts';
import { storageWords, words } from './words.ts';

const MOST_ERRORS_TOLD = 12;
/** Of a template, what was done in the lab and its items not counted. */
const MOST_CHARACTERS = 1024 * 1024;

export const readAnyLab: LabSource = async (wish, follow): Promise<LabRead> => {
  if ('link' in wish) return readLink(wish.link);
  if ('definition' in wish) return { ok: true, ...wish };
  if ('file' in wish) return readFile(wish.file, wish.name, follow);
  if ('stored' in wish) return { ok: true, labId: wish.stored, definition: null };
  if ('id' in wish) return readBuiltIn(wish.id);
  return readText(wish.text, `file:${wish.name}`, follow);
};

async function readBuiltIn(id: string): Promise<LabRead> {
  const { builtInLab } = await import('../lab/builtIn/index.ts');
  const text = builtInLab(id)?.text;
  return text === undefined ? { ok: false, error: words.unknownLab(id) } : readText(text, id);
}

async function readFile(file: Blob, name: string, follow?: StepsFollow): Promise<LabRead> {
  const { MAXIMUM_EXPORT_BYTES, templateLength } = await import('../lab/doneBlock.ts');
  const refuse = (error: string): LabRead => ({ ok: false, error });
  if (file.size > MAXIMUM_EXPORT_BYTES) return refuse(words.fileTooLarge(name));
  const text = await file.text().catch(() => null);
  if (text === null) return refuse(words.fileUnreadable(name));
  if (templateLength(text) > MOST_CHARACTERS) return refuse(words.fileTooLarge(name));
  return readText(text, `file:${name}`, follow);
}

/** What reads YAML comes only with some. */
async function readText(text: string, labId: string, follow?: StepsFollow): Promise<LabRead> {
  const { readLab, readLabInSteps } = await import('../lab/readLab.ts');
  const { countDone } = await import('../lab/doneBlock.ts');
  const inSteps = () => takeSteps(readLabInSteps(text), 2 * countDone(text), follow!);
  const reading = follow === undefined ? readLab(text) : await inSteps();
  if (reading === null) return { ok: false, error: storageWords.cancelled };
  if (reading.ok) {
    const { definition, history, layout } = reading;
    const more = layout && { layout };
    if (history === undefined) return { ok: true, labId, definition, ...more };
    const { own: commands, ...brought } = history;
    return { ok: true, labId, definition: { ...definition, commands }, history: brought, ...more };
  }
  return refused(reading.errors);
}

/** What reads links comes only with one. */
async function readLink(text: string): Promise<LabRead> {
  const [{ decodeLink }, { readLinkedLab }] = await Promise.all([
    import('../lab/link/labLink.ts'),
    import('../lab/link/linkedLab.ts'),
  ]);
  const decoded = await decodeLink(text);
  if (!decoded.ok) return decoded;
  const reading = readLinkedLab(decoded.link);
  if (!reading.ok) return refused(reading.errors);
  const { definition, changes, layout } = reading;
  // The checksum tells one link from another, so that each is kept as a lab of its own.
  return {
    ok: true,
    labId: `link:${text.split('.')[1]}`,
    definition,
    notes: changes,
    ...(layout && { layout }),
  };
}

function refused(errors: readonly LabError[]): LabRead {
  const lines = errors.slice(0, MOST_ERRORS_TOLD).map(labErrorLine);
  if (errors.length > lines.length) lines.push(words.moreErrors(errors.length - lines.length));
  return { ok: false, error: lines.join('\n') };
}
