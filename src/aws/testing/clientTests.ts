/** The journey of real clients as tests, for whatever way to the lab there is. */
import { expect, it } from 'vitest';
import {
  type ClientConfig,
  clientsOf,
  itemJourney,
  makeTable,
  manyItemsJourney,
  mappingEnd,
  mappingJourney,
  readStream,
} from './clientJourney.ts';

export interface WayToLab {
  config: ClientConfig;
  /** Name of a function of the lab. */
  functionName: string;
  /** Lets some virtual time pass, a second at least. */
  wait(): Promise<void>;
}

/** @param open opens a lab whose clock begins now, for each test anew. */
export function clientTests(open: () => Promise<WayToLab>): void {
  it('items of every type come back as they went, and refusals are the SDK’s own classes', async () => {
    const { config, wait } = await open();
    const clients = clientsOf(config);
    await makeTable(clients, wait);
    const { sent, stored, updated, ...rest } = await itemJourney(clients);
    expect(stored).toEqual(sent);
    expect(updated).toEqual({
      list: { L: [{ S: 'a' }, { N: '1.5' }, { N: '2' }] },
      texts: { SS: ['a', 'b', 'c'] },
    });
    expect(rest).toEqual({
      conditionFailed: true,
      itemOfFailure: { S: 'every' },
      missing: true,
      noKey: 'ValidationException',
      badExpression: 'ValidationException',
    });
  });

  it('batches, transactions and pages', async () => {
    const { config, wait } = await open();
    const clients = clientsOf(config);
    await makeTable(clients, wait);
    expect(await manyItemsJourney(clients)).toEqual({
      queried: Array.from({ length: 40 }, (_, i) => 49 - i),
      scanned: 102,
      cancelled: 'TransactionCanceledException',
      reasons: ['ConditionalCheckFailed', 'None'],
    });
  });

  it('what was written is in the stream, with both images, and no-ops are not', async () => {
    const { config, wait } = await open();
    const clients = clientsOf(config);
    const stream = await makeTable(clients, wait);
    const { sent } = await itemJourney(clients);
    await wait();
    const records = await readStream(clients, stream);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    const [inserted, modified, removed] = records.map(({ dynamodb }) => dynamodb!);
    expect(inserted!.NewImage).toEqual(sent);
    expect(modified!.OldImage).toEqual(sent);
    expect(removed!.OldImage).toEqual(modified!.NewImage);
    expect(inserted!.ApproximateCreationDateTime).toBeInstanceOf(Date);
    expect(records[0]!.eventVersion).toBe('1.1');
  });

  it('a mapping is made, found, changed and refused', async () => {
    const { config, wait, functionName } = await open();
    const clients = clientsOf(config);
    const stream = await makeTable(clients, wait);
    const { UUID, ...rest } = await mappingJourney(clients, stream, functionName);
    expect(rest).toEqual({
      made: [202, 'Creating', 'LATEST'],
      isListed: true,
      hasDate: true,
      unknown: ['ResourceNotFoundException', 404],
    });
    for (let i = 0; i < 30; i++) await wait();
    expect(await mappingEnd(clients, UUID, wait)).toEqual({
      changed: [202, 7, 'Enabled'],
      refused: expect.stringMatching(/^(InvalidParameterValue|Validation)Exception$/),
    });
  });
}
