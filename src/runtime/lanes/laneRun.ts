/**
 * The lanes as they run: each in a world of its own, or all in one. They go from instant to instant
 * together, in short slices, so that a newer wish can overtake.
 */

import type { Command, SimulationDefinition } from '../../engine/definition.ts';
import { pricesOf } from '../../engine/prices.ts';
import type { Simulation } from '../../engine/simulation.ts';
import { type Lane, parseLane } from '../../lab/lanes/lane.ts';
import { laneDefinition } from '../../lab/lanes/laneDefinition.ts';
import { LaneFold, type Watcher } from '../../projections/lanes/laneFold.ts';
import { type LaneOutcome, lanePicture, outcomeOf } from '../../projections/lanes/lanePicture.ts';
import { unpackCommands } from '../../projections/packedCommands.ts';
import type { WhyAnswer } from '../../projections/why/whyAnswer.ts';
import { whyInLane } from '../../projections/why/whyOf.ts';
import { History } from '../history/history.ts';
import { runInSlices, SLICE_MS, type SliceSurroundings } from '../session/slices.ts';
import type { LaneFrame, LaneSetup, PriceChoice } from './laneMessages.ts';

/** Lanes go on together in steps of at most so much virtual time. */
const STEP_US = 60e6;
const FOLD_ENTRIES = 20_000;

interface Runner {
  lane: Lane;
  history: History;
  watcher: Watcher;
  fold: LaneFold;
}

/** Makes a simulation that can carry out these commands too. */
export type Opener = (
  definition: SimulationDefinition,
  commands?: readonly Command[],
) => Promise<Simulation>;

export class LaneRun {
  private readonly runners: Runner[];
  private readonly histories: History[];
  private readonly table: number;
  private prices: PriceChoice;

  private constructor(runners: Runner[], table: number, prices: PriceChoice) {
    this.runners = runners;
    this.histories = [...new Set(runners.map(({ history }) => history))];
    this.table = table;
    this.prices = prices;
  }

  static async open(setup: LaneSetup, openSimulation: Opener): Promise<LaneRun> {
    const { log, table, weather, shared } = setup;
    const lanes = setup.lanes.flatMap((word) => parseLane(word) ?? []);
    const given = unpackCommands(log.commands);
    const groups = shared ? [lanes] : lanes.map((lane) => [lane]);
    const runners: Runner[] = [];
    for (const group of groups) {
      const definition = laneDefinition(log.definition, table, group, weather, lanes);
      const simulation = await openSimulation(
        definition,
        given.map(({ command }) => command),
      );
      const commands = given.map((each, number) => ({ ...each, branch: 0, number }));
      const history = new History(simulation, undefined, commands);
      const counts = { mapping: 0, poller: 0 };
      for (const lane of group) {
        const watcher = watcherOf(definition, lane, counts);
        const fold = new LaneFold(simulation.world, watcher);
        runners.push({ lane, history, watcher, fold });
      }
    }
    const number = log.definition.tables.findIndex(({ id }) => id === table);
    return new LaneRun(runners, number, setup.prices);
  }

  get now(): number {
    return Math.min(...this.histories.map((history) => history.now));
  }

  setPrices(prices: PriceChoice): void {
    this.prices = prices;
  }

  /**
   * Goes to an instant, earlier or later.
   * @returns whether it was reached before something newer came.
   */
  async goTo(
    to: number,
    surroundings: SliceSurroundings,
    wishes: { isOvertaken(): boolean; tell(part: number): void },
  ): Promise<boolean> {
    this.goBack(to);
    const { clock, breathe } = surroundings;
    const from = this.now;
    let began = clock();
    for (let at = from; at < to; ) {
      at = Math.min(to, at + STEP_US);
      for (const history of this.histories) {
        const options = { isOvertaken: wishes.isOvertaken, tell: () => {} };
        if (!(await runInSlices(history, at, surroundings, options))) return false;
      }
      if (!(await this.follow(surroundings, wishes.isOvertaken))) return false;
      wishes.tell((at - from) / (to - from));
      if (clock() - began < SLICE_MS) continue; // a calm lane takes less than a slice for a step
      await breathe();
      if (wishes.isOvertaken()) return false;
      began = clock();
    }
    return this.follow(surroundings, wishes.isOvertaken);
  }

  /** Those that stand later than an instant go back before it, and what was read off them is read again. */
  private goBack(to: number): void {
    for (const history of this.histories) {
      if (history.now <= to) continue;
      history.jump(to);
      for (const runner of this.runners) {
        if (runner.history !== history) continue;
        runner.fold = new LaneFold(history.simulation.world, runner.watcher);
      }
    }
  }

  private async follow(
    { breathe, clock }: SliceSurroundings,
    isOvertaken: () => boolean,
  ): Promise<boolean> {
    let began = clock();
    for (const { fold } of this.runners) {
      while (!fold.follow(FOLD_ENTRIES)) {
        if (clock() - began < SLICE_MS) continue;
        await breathe();
        if (isOvertaken()) return false;
        began = clock();
      }
    }
    return true;
  }

  frame(windowUs: number): LaneFrame {
    const { region, edited } = this.prices;
    const prices = pricesOf(region, edited);
    const worlds = this.histories.map(({ simulation }) => simulation.world);
    const changes = worlds[0]?.changes.at.length ?? 0;
    return {
      now: this.now,
      lanes: this.runners.map(({ lane, history, watcher, fold }) => {
        const { world } = history.simulation;
        return lanePicture(lane.word, world, watcher, fold, this.table, windowUs, prices);
      }),
      changes,
      sameWrites: worlds.every((world) => isSameHistory(worlds[0]!, world)),
    };
  }

  outcomes(change: number): LaneOutcome[] {
    return this.runners.map(({ lane, history, fold }) =>
      outcomeOf(lane.word, history.simulation.world, fold, change),
    );
  }

  /** Why a change stands as it does in one lane. */
  why(word: string, change: number): WhyAnswer[] {
    const runner = this.runners.find(({ lane }) => lane.word === word);
    return runner ? whyInLane(runner.history.simulation.world, change, runner.watcher) : [];
  }
}

/** The place of a lane's watcher in its definition. */
function watcherOf(
  definition: SimulationDefinition,
  lane: Lane,
  counts: { mapping: number; poller: number },
): Watcher {
  const isPoller =
    lane.way === 'own' ? definition.pollers.some(({ id }) => id === lane.own) : lane.everyMs > 0;
  return isPoller ? { poller: counts.poller++ } : { mapping: counts.mapping++ };
}

/** As many changes, and the last of them of the same item at the same instant. */
function isSameHistory(one: Simulation['world'], other: Simulation['world']): boolean {
  const { length } = one.changes.at;
  if (other.changes.at.length !== length) return false;
  const last = length - 1;
  return (
    length === 0 ||
    (one.changes.at.get(last) === other.changes.at.get(last) &&
      one.changes.item.get(last) === other.changes.item.get(last))
  );
}
