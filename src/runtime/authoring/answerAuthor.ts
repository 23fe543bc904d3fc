/** Reads and takes a lesson's text: in the worker, or on the page's own thread. */
import { courseText } from '../../lessons/text/courseText.ts';
import { draftOf, type Recording } from '../../lessons/text/draftOf.ts';
import { readLesson } from '../../lessons/text/readLesson.ts';
import { takeText } from '../../lessons/text/takeText.ts';
import { unpackCommands } from '../../projections/packedCommands.ts';
import { tellAnswer } from '../page/oneAnswer.ts';
import type {
  AuthoringAnswers,
  AuthoringAsked,
  AuthoringTold,
  PackedRecording,
} from './authoringMessages.ts';

export const answerAuthor = (
  asked: AuthoringAsked,
  tell: (told: AuthoringTold) => void,
): Promise<void> => tellAnswer(tell, () => answerTo(asked, tell));

async function answerTo(
  asked: AuthoringAsked,
  tell: (told: AuthoringTold) => void,
): Promise<AuthoringAnswers[keyof AuthoringAnswers]> {
  if (asked.do === 'write') return courseText(asked.lesson);
  const progress = (step: number, of: number): void =>
    tell({ do: 'progress', progress: { step, of } });
  if (asked.do === 'draft') return draftOf(unpacked(asked.recording), progress);
  const reading = readLesson(asked.text);
  if (asked.do === 'read') return reading;
  if (!reading.ok) return reading.errors;
  return takeText(reading.lesson, reading.lines, progress);
}

function unpacked({ given, ...rest }: PackedRecording): Recording {
  const commands = unpackCommands(given).map(({ at, command }) => ({ atMs: at / 1_000, command }));
  return {
    ...rest,
    before: commands.filter(({ atMs }) => atMs < rest.fromMs),
    commands: commands.filter(({ atMs }) => atMs >= rest.fromMs),
  };
}
