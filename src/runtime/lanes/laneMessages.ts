/** What the page and the worker of the lanes say to each other. Plain data only. */
import type { PriceName } from '../../engine/prices.ts';
import type { LaneWeather } from '../../lab/lanes/laneDefinition.ts';
import type { CommandLog } from '../../projections/commandLog.ts';
import type { GuardComparison } from '../../projections/guards/guardPicture.ts';
import type { LaneOutcome, LanePicture } from '../../projections/lanes/lanePicture.ts';
import type { WhyAnswer } from '../../projections/why/whyAnswer.ts';

/** Prices as somebody has chosen and edited them. */
export interface PriceChoice {
  region: string;
  edited: Partial<Record<PriceName, number>>;
}

export interface LaneSetup {
  log: CommandLog;
  /** Logical id of the table that is watched. */
  table: string;
  /** Lanes as words. */
  lanes: string[];
  /** All watchers in one world, where they can be in each other's way. */
  shared: boolean;
  weather: LaneWeather;
  prices: PriceChoice;
}

/** Seven ways to write one function's work, on the history that a lab has so far and beyond it. */
export interface GuardSetup {
  log: CommandLog;
  /** Logical id of the function. */
  function: string;
  /** µs. */
  until: number;
}

export type LaneRequest =
  /** Sets the lanes up and brings them to an instant (µs). Answered by `frame`s and `settled`. */
  | { id: number; do: 'open'; setup: LaneSetup; at: number; windowUs: number }
  /** On or back to an instant; a newer one overtakes. Answered by `settled`. */
  | { id: number; do: 'goTo'; at: number; windowUs: number }
  | { id: number; do: 'prices'; prices: PriceChoice; windowUs: number }
  /** What became of one change in every lane. Answered by `outcomes`. */
  | { id: number; do: 'outcomes'; change: number }
  /** Why a change stands as it does in one lane, named by its word. Answered by `why`. */
  | { id: number; do: 'why'; lane: string; change: number }
  /** Runs all seven ways to an instant. Answered by `guards`, or by `settled` where it was overtaken. */
  | { id: number; do: 'guards'; setup: GuardSetup }
  /** Stops a long run where it is. */
  | { id: number; do: 'stop' };

export interface LaneFrame {
  /** µs. */
  now: number;
  lanes: LanePicture[];
  /** Changes committed so far; the same in every lane. */
  changes: number;
  /** Every lane has made the same changes of the same items. */
  sameWrites: boolean;
}

export type LaneResponse =
  | { re: number; do: 'frame'; frame: LaneFrame }
  /** The request is done; `reached` is false when a newer one has overtaken it. */
  | { re: number; do: 'settled'; reached: boolean }
  | { re: number; do: 'outcomes'; outcomes: LaneOutcome[] }
  | { re: number; do: 'why'; answers: WhyAnswer[] }
  | { re: number; do: 'guards'; comparison: GuardComparison }
  | { re: number; do: 'progress'; part: number }
  | { re: number; do: 'failed'; error: string };
