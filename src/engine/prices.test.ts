import { describe, expect, it } from 'vitest';
import { PRICES, type PriceName, pricesOf, REGION_FACTORS } from './prices.ts';

/** Worked examples, each by hand from the amounts that the fact sheet and AWS's pages name. */
const EXAMPLES: readonly (readonly [
  what: string,
  price: PriceName,
  quantity: number,
  usd: number,
])[] = [
  ['a million write units', 'writeRequestUnit', 1e6, 0.625],
  ['1,000 writes of 1 KB', 'writeRequestUnit', 1_000, 0.000625],
  ['20 writes/s of 1 KB for 30 days', 'writeRequestUnit', 51_840_000, 32.4],
  ['a million read units', 'readRequestUnit', 1e6, 0.125],
  ['a scan of a GiB, eventually consistent', 'readRequestUnit', 131_072, 0.016384],
  ['the same, strongly consistent', 'readRequestUnit', 262_144, 0.032768],
  ['a scan of a GiB each minute for 30 days', 'readRequestUnit', 131_072 * 43_200, 707.7888],
  ['a scan of 500 GiB, once', 'readRequestUnit', 131_072 * 500, 8.192],
  ['the same each hour for 30 days', 'readRequestUnit', 131_072 * 500 * 720, 5_898.24],
  ['100 provisioned write units for 30 days', 'writeCapacityHour', 100 * 720, 46.8],
  ['100 provisioned read units for 30 days', 'readCapacityHour', 100 * 720, 9.36],
  ['500 GB kept for a month', 'tableGigabyteMonth', 500, 125],
  ['500 GB of continuous backups for a month', 'backupGigabyteMonth', 500, 100],
  ['a full export of 500 GB', 'exportGigabyte', 500, 50],
  ['the same each day for 30 days', 'exportGigabyte', 500 * 30, 1_500],
  ['the least incremental export, 10 MB', 'exportGigabyte', 10 / 1_024, 0.000_976_562_5],
  ['100,000 GetRecords calls of one’s own', 'getRecords', 100_000, 0.02],
  [
    'own reader of 4 shards, 4 calls/s, after the free calls',
    'getRecords',
    41_472_000 - 2.5e6,
    7.7944,
  ],
  ['a million units captured to Kinesis', 'captureUnit', 1e6, 0.1],
  ['one Kinesis shard for 30 days', 'kinesisShardHour', 720, 10.8],
  ['four Kinesis shards for a day', 'kinesisShardHour', 96, 1.44],
  ['a million units of 25 KB put into Kinesis', 'kinesisPayloadUnit', 1e6, 0.014],
  ['a million Lambda requests', 'lambdaRequest', 1e6, 0.2],
  ['a million invocations of 100 ms at 1 GB', 'lambdaGigabyteSecond', 100_000, 1.66667],
  ['a million pipe requests', 'pipeRequest', 1e6, 0.4],
  ['100 GB through Firehose', 'firehoseGigabyte', 100, 2.9],
];

describe('prices', () => {
  it.each(EXAMPLES)('[W33] %s', (_, name, quantity, usd) => {
    // To a millionth of the amount: nothing but the last digits of a double is given away.
    expect(Math.abs(PRICES[name].usd * quantity - usd)).toBeLessThanOrEqual(usd * 1e-6);
  });

  it('[W33] name their source and its date, and the assumed ones say so', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(20);
    for (const { source, unit, usd } of Object.values(PRICES)) {
      expect(source.name.length).toBeGreaterThan(10);
      expect(source.date).toMatch(/^20\d\d-\d\d$/u);
      expect(unit).not.toBe('');
      expect(usd).toBeGreaterThan(0);
    }
  });

  it('[W33] of another Region are assumed, and those that somebody enters are taken as they are', () => {
    const europe = pricesOf('eu-central-1', { lambdaRequest: 1 });
    expect(europe.writeRequestUnit).toMatchObject({ usd: 7.625e-7, assumed: true });
    expect(europe.kinesisShardHour.usd).toBeCloseTo(0.018, 9);
    expect(europe.lambdaRequest).toMatchObject({ usd: 1, source: { name: 'entered by you' } });
    expect(pricesOf('us-east-1')).toEqual(PRICES);
    expect(pricesOf('nowhere')).toEqual(PRICES);
    expect(Object.keys(REGION_FACTORS)).toContain('us-east-1');
  });

  it('[W33] has no shard hour for a DynamoDB stream', () => {
    const names = Object.keys(PRICES).filter((name) => /stream/iu.test(name));
    expect(names).toEqual([]);
  });
});
