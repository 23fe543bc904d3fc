/**
 * Every case recorded from AWS, carried out at the front door by its own calls, each answer compared as
 * a whole; skipped with a word where the recordings are not at hand. A case of a further recording is
 * one more row.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { carryOut } from './testing/callSequence.ts';
import { mappingCases, type RecordedCase } from './testing/recordedCases.ts';
import { byKind, kindOf } from './testing/recordedKinds.ts';
import { kinesisCases, streamCases } from './testing/recordedStreamCases.ts';
import { differences } from './testing/sameAsRecorded.ts';

const folder = `${process.env.SHARED_DIR ?? '../shared'}/recorded`;

/**
 * What the wire and a queue's own envelope add, of which the door knows nothing; and the next iterator,
 * for recordings gather the records of several reads.
 */
const ASIDE = new Set([
  'ResponseMetadata',
  'MD5OfBody',
  'MessageId',
  'ReceiptHandle',
  'NextShardIterator',
]);
const withoutAside = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer, (name, part) => (ASIDE.has(name) ? undefined : part)));

interface Recording {
  [name: string]: { 'recorded-content': Record<string, unknown> };
}

function recordingIn(file: string): Recording | null {
  const path = `${folder}/${file}`;
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
  console.log(`skipped: there are no recordings at ${path}`);
  return null;
}

/** Plays a case and says where it is not as it was recorded. */
async function compare(recording: Recording, { name, steps, ...lab }: RecordedCase) {
  const { seen } = await carryOut(steps, lab);
  const left = byKind(seen);
  const bound = new Map<string, string>();
  return Object.entries(recording[name]!['recorded-content']).flatMap(([member, wanted]) => {
    const given = left.get(kindOf(wanted))?.shift();
    if (!given) return [`${member}: nothing of this kind was seen`];
    const { ResponseMetadata: wire } = wanted as Record<string, unknown>;
    const code = (wire as { HTTPStatusCode: number } | undefined)?.HTTPStatusCode ?? 200;
    const status = given.statusCode === code ? [] : [`${member}: status ${given.statusCode}`];
    const [answer, whole] = [given.answer, wanted].map(withoutAside);
    return [...status, ...differences(answer, whole, bound, member)];
  });
}

describe.each([
  ['lambda-event-source-mapping-dynamodb.json', mappingCases],
  ['dynamodb-streams-records.json', streamCases],
  ['dynamodb-to-kinesis-record.json', kinesisCases],
] as const)('[E33] [E26] [E30] [S14] [S15] [K1] recorded in %s', (file, cases) => {
  const recording = recordingIn(file);

  it.skipIf(!recording)('there is a row for every case', () => {
    expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(recording!).sort());
  });

  it.skipIf(!recording).each(cases)('$name', async (one) => {
    expect(await compare(recording!, one)).toEqual([]);
  });
});
