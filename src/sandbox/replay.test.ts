/** Code is part of the history: the same seed gives the same, straight and after any restore. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '../engine/kernel/time.ts';
import { someTraffic } from '../engine/testing/definitions.ts';
import { openWithCode } from '../runtime/codeHost.ts';
import { handlerLab } from './testing/handlerLab.ts';

const CODE = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'; import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
const db = DynamoDBDocumentClient.from(new DynamoDBClient({})); const sqs = new SQSClient({}); const seen = [];
export const handler = async (event) => {
  for (const record of event.Records) {
    const id = record.dynamodb.Keys.id.S;
    const { Item } = await db.send(new GetCommand({ TableName: 'Totals', Key: { id: 'all' } }));
    if (Math.random() < 0.2) await new Promise((done) => setTimeout(done, 30 * Math.random()));
    if (Math.random() < 0.02) throw new Error('by chance ' + seen.length);
    await db.send(new PutCommand({ TableName: 'Totals', Item: { id: 'all', n: (Item?.n ?? 0) + 1, last: id, at: Date.now() } }));
    sqs.send(new SendMessageCommand({ QueueUrl: 'sqs', MessageBody: id }));
    seen.push(id);
  }
  console.log(seen.length, seen.at(-1));
  return { seen: seen.length };
};`;

const lab = (seed: number) =>
  handlerLab({
    code: CODE,
    mapping: { batchSize: 20, parallelizationFactor: 2 },
    more: {
      seed,
      traffic: [someTraffic({ perSecond: 8 })],
      faults: [
        {
          kind: 'CrashAfterEffect',
          target: 'Processor',
          atMs: 3_000,
          forMs: 4_000,
          probability: 0.3,
          factor: 1,
        },
        {
          kind: 'Slow',
          target: 'Processor',
          atMs: 8_000,
          forMs: 4_000,
          probability: 1,
          factor: 10,
        },
      ],
    },
  });

const stateOf = async (seed: number) => {
  const straight = await openWithCode(lab(seed));
  straight.runUntil(instant(12e6));
  return straight;
};

describe('a lab with code', () => {
  it('[C3] [H2] restored at random instants and run on, is the straight run', async () => {
    const cuts = fc.array(fc.integer({ min: 0, max: 12_000_000 }), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), cuts, async (seed, instants) => {
        const straight = await stateOf(seed);
        const expected = straight.world.journal.digest();
        const simulation = await openWithCode(lab(seed));
        const checkpoints = [...instants]
          .sort((a, b) => a - b)
          .map((at) => {
            simulation.runUntil(instant(at));
            return simulation.checkpoint();
          });
        simulation.runUntil(instant(12e6));
        expect(simulation.world.journal.digest()).toBe(expected);
        for (const checkpoint of checkpoints.reverse()) {
          simulation.restore(checkpoint);
          simulation.runUntil(instant(12e6));
          expect(simulation.world.journal.digest()).toBe(expected);
          expect(simulation.world.state).toEqual(straight.world.state);
          const elsewhere = await openWithCode(lab(seed));
          elsewhere.restore(structuredClone(checkpoint));
          elsewhere.runUntil(instant(12e6));
          expect(elsewhere.world.journal.digest()).toBe(expected);
        }
      }),
      { numRuns: 2 },
    );
  }, 60_000);

  it('[C3] has another history at another seed', async () => {
    const [one, two] = await Promise.all([stateOf(1), stateOf(2)]);
    expect(one.world.journal.digest()).not.toBe(two.world.journal.digest());
    const { meters } = one.world.state.mappings[0]!;
    expect(meters.failed).toBeGreaterThan(0);
  });
});
