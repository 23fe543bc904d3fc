/**
 * What AWS asks for, in US dollars per unit, us-east-1, Standard class. `assumed`: the amount is long
 * known but was not read in a source of AWS's own.
 */
export interface Price {
  usd: number;
  unit: string;
  assumed: boolean;
}

const perMillion = (usd: number, unit: string, assumed = false): Price => ({
  usd: Number(`${usd}e-6`),
  unit,
  assumed,
});

/** Public price tables of 2026-05, and the DynamoDB Developer Guide of 2023 where it names amounts. */
export const PRICES = {
  writeRequestUnit: perMillion(0.625, 'write request unit'),
  readRequestUnit: perMillion(0.125, 'read request unit'),
  writeCapacityHour: { usd: 0.00065, unit: 'write capacity unit hour', assumed: false },
  readCapacityHour: { usd: 0.00013, unit: 'read capacity unit hour', assumed: false },
  captureUnit: perMillion(0.1, 'change data capture unit'),
  kinesisShardHour: { usd: 0.015, unit: 'shard hour', assumed: true },
  kinesisPayloadUnit: perMillion(0.014, 'PUT payload unit (25 KB)', true),
  lambdaRequest: perMillion(0.2, 'request', true),
  pipeRequest: perMillion(0.4, 'request (64 KB)', true),
  lambdaGigabyteSecond: { usd: 0.000_016_666_7, unit: 'GB-second', assumed: true },
} as const satisfies Record<string, Price>;
