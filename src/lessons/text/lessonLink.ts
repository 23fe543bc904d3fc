/**
 * A lesson's text in a link, in the fragment of an address, where no server sees it: `written=1.3f9a01c2.rVJN…`,
 * a form, a checksum and the deflated text, as in the link of a lab (`lab/link/labLink.ts`). Rule: [Q43] in SPEC.md.
 */
import { MOST_LETTERS } from '../../lab/link/labLink.ts';
import { checksum, pack, unpack } from '../../lab/link/linkText.ts';
import { MOST_BYTES } from './lessonText.ts';

const FORM = 1;

export type LinkedLesson = { ok: true; text: string } | { ok: false; error: string };

/** The value of an address's `written` parameter; null: the text is too long for one. */
export async function encodeLessonLink(text: string): Promise<string | null> {
  const letters = await pack(text);
  return letters.length > MOST_LETTERS ? null : `${FORM}.${checksum(letters)}.${letters}`;
}

/** Reads it. Never throws: what is wrong with it is a sentence in `error`. */
export async function decodeLessonLink(value: string): Promise<LinkedLesson> {
  const refuse = (error: string): LinkedLesson => ({ ok: false, error });
  const [, form, sum, letters] = /^(\d{1,4})\.([0-9a-f]{8})\.(.*)$/su.exec(value.trim()) ?? [];
  if (letters === undefined)
    return refuse(
      'The link holds no lesson: after written= a number, a checksum and the lesson are expected, parted by full stops.',
    );
  if (Number(form) !== FORM)
    return refuse(
      `The link is written in form ${form}, and this version reads form ${FORM}. A newer Shardscope opens it.`,
    );
  if (letters.length > MOST_LETTERS)
    return refuse('The link is too long. A lesson of that size travels as a file.');
  const unpacked = checksum(letters) === sum ? await unpack(letters, MOST_BYTES) : 'broken';
  if (unpacked === 'tooLarge') return refuse('The link unpacks to more than a lesson may be.');
  if (unpacked === 'broken')
    return refuse(
      'The link is damaged: its checksum does not fit. Perhaps a part was lost when it was copied; the whole address is needed.',
    );
  return { ok: true, text: unpacked.text };
}
