/** The exam practice: questions by topic, each file loaded when practice begins. */
import type { PracticeQuestion } from './practice/practiceQuestion.ts';

type Topic = () => Promise<{ questions: readonly PracticeQuestion[] }>;

/** In the order in which they are asked where nothing speaks for another one. */
const topics: readonly Topic[] = [
  () => import('./practice/errors.ts'),
  () => import('./practice/retries.ts'),
  () => import('./practice/throttles.ts'),
  () => import('./practice/cutting.ts'),
  () => import('./practice/destinations.ts'),
  () => import('./practice/lanes.ts'),
  () => import('./practice/positions.ts'),
  () => import('./practice/repeats.ts'),
  () => import('./practice/twoStreams.ts'),
  () => import('./practice/filters.ts'),
  () => import('./practice/shards.ts'),
  () => import('./practice/writes.ts'),
  () => import('./practice/interviews.ts'),
  () => import('./practice/records.ts'),
  () => import('./practice/expiry.ts'),
  () => import('./practice/streamLife.ts'),
  () => import('./practice/partitions.ts'),
  () => import('./practice/readers.ts'),
  () => import('./practice/batches.ts'),
  () => import('./practice/costs.ts'),
];

/** All of them. */
export async function loadPractice(): Promise<PracticeQuestion[]> {
  const loaded = await Promise.all(topics.map((load) => load()));
  return loaded.flatMap(({ questions }) => questions);
}
