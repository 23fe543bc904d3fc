import { expect, it } from 'vitest';
import { cardWords } from './cardWords.ts';

/** Letters of 12 px for which a target's card has room on a page 1,440 wide. */
const ROOM = 18;

it('says how a target stands in no more words than its card has room for', () => {
  const kinds = ['OpenSearch', 'S3', 'SNS', 'SES', 'SQS', 'Logs', 'Table', 'StepFunctions'];
  const texts = [
    cardWords.behind(13_500),
    cardWords.told(135),
    cardWords.notProcessed(135),
    ...kinds.map((kind) => cardWords.repeated(kind, 135)),
    cardWords.unavailable,
    cardWords.nothingYet,
  ];
  expect(texts.filter((text) => text.length > ROOM)).toEqual([]);
  expect(cardWords.behindInFull(135)).toBe('135 changes behind the table');
});
