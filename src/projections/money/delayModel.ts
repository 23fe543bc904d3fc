/**
 * How long a told change is on its way, as sums of independent spans: until readers can see it, until the
 * next poll, to the function, and its work. Quantiles by adding up the spans' distributions in steps of
 * 5 ms. Rule: [W31].
 */
import { latency } from '../../engine/kernel/draw.ts';
import {
  INVOKE_TRANSIT_LEAST,
  INVOKE_TRANSIT_MOST,
  KINESIS_DELAY_P50_MS,
  KINESIS_DELAY_P99_MS,
  POLL_INTERVAL_DYNAMODB,
  POLL_INTERVAL_KINESIS,
  STREAM_DELAY_LEAST,
  STREAM_DELAY_MOST,
} from '../../engine/limits.ts';

export interface DelayModel {
  meanMs: number;
  p50Ms: number;
  p99Ms: number;
}

const STEP_MS = 5;
const SAMPLES = 2_048;
/** The functions of the lanes. */
const FUNCTION_MS = { p50: 40, p99: 200 };

/** Share by steps of 5 ms. */
type Distribution = number[];

function sampled(spanOf: (part: number) => number): Distribution {
  const shares: Distribution = [];
  for (let i = 0; i < SAMPLES; i++) {
    const step = Math.round(spanOf((i + 0.5) / SAMPLES) / STEP_MS);
    shares[step] = (shares[step] ?? 0) + 1 / SAMPLES;
  }
  return Array.from(shares, (share) => share ?? 0);
}

const uniform = (leastMs: number, mostMs: number): Distribution =>
  sampled((part) => leastMs + part * (mostMs - leastMs));

const skewed = (p50: number, p99: number): Distribution =>
  sampled((part) => latency(Math.floor(part * 0x1_0000_0000), p50, p99));

function sum(a: Distribution, b: Distribution): Distribution {
  const shares = new Array<number>(a.length + b.length).fill(0);
  a.forEach((p, i) => {
    if (p > 0) for (let j = 0; j < b.length; j++) shares[i + j]! += p * b[j]!;
  });
  return shares;
}

const meanOf = (distribution: Distribution): number =>
  distribution.reduce((total, share, i) => total + share * i * STEP_MS, 0);

function quantileOf(distribution: Distribution, part: number): number {
  let total = 0;
  for (let i = 0; i < distribution.length; i++) {
    total += distribution[i]!;
    if (total >= part) return i * STEP_MS;
  }
  return distribution.length * STEP_MS;
}

interface Delays {
  delay: DelayModel;
  /** Of an invocation. */
  meanDurationS: number;
  /** How much later the first of two independent changes becomes visible than the other, if later. */
  meanExcessS: number;
}

function delaysOf(untilSeen: Distribution, pollMs: number): Delays {
  const work = skewed(FUNCTION_MS.p50, FUNCTION_MS.p99);
  const transit = uniform(INVOKE_TRANSIT_LEAST / 1e3, INVOKE_TRANSIT_MOST / 1e3);
  const whole = [uniform(0, pollMs), transit, work].reduce(sum, untilSeen);
  const delay = {
    meanMs: meanOf(whole),
    p50Ms: quantileOf(whole, 0.5),
    p99Ms: quantileOf(whole, 0.99),
  };
  return { delay, meanDurationS: meanOf(work) / 1e3, meanExcessS: meanExcess(untilSeen) / 1e3 };
}

/** The mean of what one of two exceeds the other by, where it does. */
function meanExcess(distribution: Distribution): number {
  let excess = 0;
  distribution.forEach((p, i) => {
    for (let j = 0; j < i; j++) excess += p * distribution[j]! * (i - j) * STEP_MS;
  });
  return excess;
}

let stream: Delays | null = null;
let kinesis: Delays | null = null;

/** Of a DynamoDB stream. */
export function streamDelays(): Delays {
  const seen = uniform(STREAM_DELAY_LEAST / 1e3, STREAM_DELAY_MOST / 1e3);
  stream ??= delaysOf(seen, POLL_INTERVAL_DYNAMODB / 1e3);
  return stream;
}

/** Of Kinesis Data Streams for DynamoDB. What is held up, one in many, is left out of the quantiles. */
export function kinesisDelays(): Delays {
  kinesis ??= delaysOf(
    skewed(KINESIS_DELAY_P50_MS, KINESIS_DELAY_P99_MS),
    POLL_INTERVAL_KINESIS / 1e3,
  );
  return kinesis;
}
