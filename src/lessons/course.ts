/** The course: its lessons in the order in which they build on each other. Each is loaded when it is taken. */
import { type Language, spokenLanguage } from '../projections/words/language.ts';
import type { Lesson, LessonWords, ToldLesson } from './lesson.ts';
import { type SpeakerNotes, speakerNotesOf } from './speakerNotes.ts';

export interface CourseEntry {
  id: string;
  title: string;
  summary: string;
  /** What it promises to take, reading and doing. */
  minutes: number;
  /** In the page's language unless told, where the lesson has words in it; else in English. */
  load(language?: Language): Promise<ToldLesson>;
  /** What a teacher may say at each step; null: none are written. In the page's language, as the lesson is. */
  notes(language?: Language): Promise<SpeakerNotes | null>;
}

interface About {
  title: string;
  summary: string;
  minutes: number;
}

function entry(
  id: string,
  about: About,
  lesson: () => Promise<{ lesson: Lesson }>,
  words: () => Promise<{ english: LessonWords }>,
  inGerman: () => Promise<{ german: LessonWords }>,
): CourseEntry {
  const load = async (language = spokenLanguage()): Promise<ToldLesson> => ({
    minutes: about.minutes,
    lesson: (await lesson()).lesson,
    words: language === 'de' ? (await inGerman()).german : (await words()).english,
  });
  return { id, ...about, load, notes: (language) => speakerNotesOf(id, language) };
}

export const course: readonly CourseEntry[] = [
  entry(
    'what-a-change-is',
    {
      title: 'What a change is',
      summary:
        'One to-do is put, completed, and put again as it is. Which of these writes leave a trace?',
      minutes: 6,
    },
    () => import('./course/whatAChangeIs/lesson.ts'),
    () => import('./course/whatAChangeIs/english.ts'),
    () => import('./course/whatAChangeIs/german.ts'),
  ),
  entry(
    'why-not-poll',
    {
      title: 'Why not poll',
      summary:
        'A scan asks the table every 30 seconds what has changed. What does it miss, and what does it pay?',
      minutes: 7,
    },
    () => import('./course/whyNotPoll/lesson.ts'),
    () => import('./course/whyNotPoll/english.ts'),
    () => import('./course/whyNotPoll/german.ts'),
  ),
  entry(
    'enabling-a-stream',
    {
      title: 'Enabling a stream',
      summary:
        'A stream is enabled on a table that has items in it, with a view type that turns out to be wrong. What does it hold?',
      minutes: 7,
    },
    () => import('./course/enablingAStream/lesson.ts'),
    () => import('./course/enablingAStream/english.ts'),
    () => import('./course/enablingAStream/german.ts'),
  ),
  entry(
    'record-anatomy',
    {
      title: 'Record anatomy',
      summary:
        'One order is placed, paid and withdrawn. What does each record carry, how large is it, and what does it not say?',
      minutes: 7,
    },
    () => import('./course/recordAnatomy/lesson.ts'),
    () => import('./course/recordAnatomy/english.ts'),
    () => import('./course/recordAnatomy/german.ts'),
  ),
  entry(
    'partitions-and-keys',
    {
      title: 'Partitions and keys',
      summary:
        'Four readings, four hundred devices, and one camera that writes too much. Where does an item lie, and what does a partition bear?',
      minutes: 7,
    },
    () => import('./course/partitionsAndKeys/lesson.ts'),
    () => import('./course/partitionsAndKeys/english.ts'),
    () => import('./course/partitionsAndKeys/german.ts'),
  ),
  entry(
    'shards-and-order',
    {
      title: 'Shards and order',
      summary:
        'One order cannot be packed. Which others have to wait for it, and which order may you rely on?',
      minutes: 7,
    },
    () => import('./course/shardsAndOrder/lesson.ts'),
    () => import('./course/shardsAndOrder/english.ts'),
    () => import('./course/shardsAndOrder/german.ts'),
  ),
  entry(
    'family-tree',
    {
      title: 'The family tree of shards',
      summary:
        'A day in the life of a small stream. Why shards close without any load, and why children wait for their parents.',
      minutes: 6,
    },
    () => import('./course/familyTree/lesson.ts'),
    () => import('./course/familyTree/english.ts'),
    () => import('./course/familyTree/german.ts'),
  ),
  entry(
    'iterators',
    {
      title: 'Iterators and 24 hours',
      summary:
        'A stream is read by hand, an iterator is kept for too long, and a function is switched off for a day. What is lost?',
      minutes: 7,
    },
    () => import('./course/iterators/lesson.ts'),
    () => import('./course/iterators/english.ts'),
    () => import('./course/iterators/german.ts'),
  ),
  entry(
    'one-record-each',
    {
      title: 'No-ops, batches, transactions, expiry',
      summary:
        'One call that makes no record, one that makes two, and a record that no call has made. What does the stream count?',
      minutes: 8,
    },
    () => import('./course/oneRecordEach/lesson.ts'),
    () => import('./course/oneRecordEach/english.ts'),
    () => import('./course/oneRecordEach/german.ts'),
  ),
  entry(
    'mappings',
    {
      title: 'From stream to function: mappings, batches, windows',
      summary:
        'Twelve orders come at once, thirty come one by one, and a second function comes late. When is a function called, and with what?',
      minutes: 8,
    },
    () => import('./course/mappings/lesson.ts'),
    () => import('./course/mappings/english.ts'),
    () => import('./course/mappings/german.ts'),
  ),
  entry(
    'poison-record',
    {
      title: 'Errors and the poison record',
      summary:
        'One order makes the function fail, every time. What becomes of the others in its batch, in its shard, and beside it?',
      minutes: 8,
    },
    () => import('./course/poison/lesson.ts'),
    () => import('./course/poison/english.ts'),
    () => import('./course/poison/german.ts'),
  ),
  entry(
    'bisect-and-partial-failures',
    {
      title: 'Bisect and partial failures',
      summary:
        'One bad order of eight. Cut the batch in halves until it is alone, or let the function say where it stopped.',
      minutes: 7,
    },
    () => import('./course/bisect/lesson.ts'),
    () => import('./course/bisect/english.ts'),
    () => import('./course/bisect/german.ts'),
  ),
  entry(
    'giving-up',
    {
      title: 'Maximum age, retries and on-failure destinations',
      summary:
        'When does a mapping give up, who learns of it, and can what was given up be had again a day later?',
      minutes: 8,
    },
    () => import('./course/givingUp/lesson.ts'),
    () => import('./course/givingUp/english.ts'),
    () => import('./course/givingUp/german.ts'),
  ),
  entry(
    'parallelization-and-order',
    {
      title: 'Parallelization and order',
      summary:
        'Thirty changes a second, and a batch at a time carries ten. What do ten lanes help, and whose order is kept?',
      minutes: 7,
    },
    () => import('./course/parallel/lesson.ts'),
    () => import('./course/parallel/english.ts'),
    () => import('./course/parallel/german.ts'),
  ),
  entry(
    'filters',
    {
      title: 'Filters',
      summary:
        'A mapping can drop records before a function is invoked. What becomes of them, and why does a filter on a number find nothing?',
      minutes: 7,
    },
    () => import('./course/filters/lesson.ts'),
    () => import('./course/filters/english.ts'),
    () => import('./course/filters/german.ts'),
  ),
  entry(
    'duplicates-and-idempotency',
    {
      title: 'Duplicates and idempotency',
      summary:
        'A function crashes when half of its work is done, and is given the same orders again. What was done twice, and what guards against it?',
      minutes: 7,
    },
    () => import('./course/duplicates/lesson.ts'),
    () => import('./course/duplicates/english.ts'),
    () => import('./course/duplicates/german.ts'),
  ),
];

export const courseEntry = (id: string): CourseEntry | undefined =>
  course.find((one) => one.id === id);
