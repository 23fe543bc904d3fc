/**
 * What AWS asks for, in US dollars per unit. The only place where an amount of money stands. Amounts are
 * those of us-east-1, Standard class; `assumed`: long known, but not read in a source of AWS's own.
 */

/** Where an amount was read, and when. */
export interface PriceSource {
  name: string;
  date: string;
}

export interface Price {
  usd: number;
  unit: string;
  source: PriceSource;
  assumed: boolean;
}

const priceTable: PriceSource = { name: 'public price table of AWS’s Price List', date: '2026-05' };
const costPage: PriceSource = {
  name: 'DynamoDB Developer Guide, CostOptimization_StreamsUsage',
  date: '2023-02',
};
const publicNotes: PriceSource = { name: 'public notes, not AWS’s own page', date: '2026-11' };
const known: PriceSource = { name: 'long-standing amount, not read in a source', date: '2026-11' };
const pipesPage: PriceSource = { name: 'cloudburn.io on EventBridge prices', date: '2026-03' };

const read = (usd: number, unit: string, source = priceTable): Price => ({
  ...{ usd, unit, source },
  assumed: false,
});
const assumed = (usd: number, unit: string, source = known): Price => ({
  ...{ usd, unit, source },
  assumed: true,
});

export const PRICES = {
  writeRequestUnit: read(0.625e-6, 'write request unit'),
  readRequestUnit: read(0.125e-6, 'read request unit'),
  writeCapacityHour: read(0.00065, 'write capacity unit hour'),
  readCapacityHour: read(0.00013, 'read capacity unit hour'),
  tableGigabyteMonth: read(0.25, 'GB-month of table'),
  backupGigabyteMonth: read(0.2, 'GB-month of continuous backup'),
  exportGigabyte: read(0.1, 'GB exported'),
  getRecords: read(0.2e-6, 'GetRecords call after 2.5 million a month', costPage),
  captureUnit: read(0.1e-6, 'change data capture unit'),
  kinesisShardHour: assumed(0.015, 'shard hour', publicNotes),
  kinesisPayloadUnit: assumed(0.014e-6, 'PUT payload unit (25 KB)', publicNotes),
  firehoseGigabyte: assumed(0.029, 'GB delivered (records in steps of 5 KB)', publicNotes),
  lambdaRequest: assumed(0.2e-6, 'request'),
  lambdaGigabyteSecond: assumed(0.000_016_666_7, 'GB-second'),
  pipeRequest: assumed(0.4e-6, 'request (64 KB)', pipesPage),
  s3Put: assumed(5e-6, 'PUT request'),
  s3GigabyteMonth: assumed(0.023, 'GB-month of objects'),
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;
export type Prices = Readonly<Record<PriceName, Price>>;

/** GetRecords calls of one's own readers that cost nothing, a month. Lambda's own are always free. */
export const FREE_GET_RECORDS_A_MONTH = 2_500_000;

/**
 * What other Regions ask for, in parts of us-east-1: one factor for DynamoDB, one for the rest. Assumed:
 * rounded from memory of AWS's pages, to be edited by whoever knows better.
 */
export const REGION_FACTORS: Readonly<Record<string, { dynamodb: number; others: number }>> = {
  'us-east-1': { dynamodb: 1, others: 1 },
  'us-west-2': { dynamodb: 1, others: 1 },
  'eu-west-1': { dynamodb: 1.13, others: 1.1 },
  'eu-central-1': { dynamodb: 1.22, others: 1.2 },
  'ap-northeast-1': { dynamodb: 1.14, others: 1.3 },
};

const DYNAMODB: readonly PriceName[] = [
  ...(['writeRequestUnit', 'readRequestUnit', 'writeCapacityHour', 'readCapacityHour'] as const),
  ...(['tableGigabyteMonth', 'backupGigabyteMonth', 'exportGigabyte', 'captureUnit'] as const),
];

/** The prices of a Region, with amounts that somebody has put in their place. */
export function pricesOf(region: string, edited: Partial<Record<PriceName, number>> = {}): Prices {
  const factors = REGION_FACTORS[region] ?? REGION_FACTORS['us-east-1']!;
  const priceOf = (name: PriceName): Price => {
    const price: Price = PRICES[name];
    const own = edited[name];
    if (own !== undefined) {
      return { ...price, usd: own, assumed: false, source: { name: 'entered by you', date: '' } };
    }
    const factor = DYNAMODB.includes(name) ? factors.dynamodb : factors.others;
    if (factor === 1) return price;
    const usd = Number((price.usd * factor).toPrecision(6));
    const source = { name: `us-east-1 times ${factor}, assumed`, date: price.source.date };
    return { ...price, usd, source, assumed: true };
  };
  const names = Object.keys(PRICES) as PriceName[];
  return Object.fromEntries(names.map((name) => [name, priceOf(name)])) as Prices;
}
