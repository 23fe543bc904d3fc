/** The worker's side of the lanes: takes requests one by one; only the newest way to go counts. */

import type { SliceSurroundings } from '../session/slices.ts';
import { runGuards } from './guardRun.ts';
import type { GuardSetup, LaneRequest, LaneResponse } from './laneMessages.ts';
import { LaneRun, type Opener } from './laneRun.ts';

const TELL_EVERY_MS = 150;

export interface LaneSurroundings extends SliceSurroundings {
  /** Whose functions run their own code. */
  openWithCode: Opener;
  /** Whose functions do their built-in effects. */
  openSimulation: Opener;
  post(response: LaneResponse): void;
}

export class LaneSession {
  private waiting: LaneRequest[] = [];
  private working = false;
  private run: LaneRun | null = null;

  private readonly surroundings: LaneSurroundings;

  constructor(surroundings: LaneSurroundings) {
    this.surroundings = surroundings;
  }

  receive(request: LaneRequest): void {
    this.waiting.push(request);
    if (!this.working) void this.work();
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let request = this.waiting.shift(); request; request = this.waiting.shift()) {
      try {
        await this.handle(request);
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        this.surroundings.post({ re: request.id, do: 'failed', error: text });
      }
    }
    this.working = false;
  }

  private async handle(request: LaneRequest): Promise<void> {
    const { post, openWithCode } = this.surroundings;
    const { run } = this;
    switch (request.do) {
      case 'open':
        if (this.isOvertaken()) return post({ re: request.id, do: 'settled', reached: false });
        this.run = await LaneRun.open(request.setup, openWithCode);
        return this.goTo(request);
      case 'goTo':
        return this.goTo(request);
      case 'prices':
        run?.setPrices(request.prices);
        this.frame(request);
        return post({ re: request.id, do: 'settled', reached: true });
      case 'outcomes':
        return post({
          re: request.id,
          do: 'outcomes',
          outcomes: run?.outcomes(request.change) ?? [],
        });
      case 'why':
        return post({
          re: request.id,
          do: 'why',
          answers: run?.why(request.lane, request.change) ?? [],
        });
      case 'guards':
        return this.guards(request.id, request.setup);
      case 'stop':
        return post({ re: request.id, do: 'settled', reached: true });
    }
  }

  private async goTo(request: { id: number; at: number; windowUs: number }): Promise<void> {
    const { post, clock } = this.surroundings;
    if (!this.run) return post({ re: request.id, do: 'settled', reached: false });
    let toldMs = clock();
    const reached = await this.run.goTo(request.at, this.surroundings, {
      isOvertaken: () => this.isOvertaken(),
      tell: (part) => {
        if (clock() - toldMs < TELL_EVERY_MS) return;
        toldMs = clock();
        post({ re: request.id, do: 'progress', part });
        this.frame(request);
      },
    });
    if (reached) this.frame(request);
    post({ re: request.id, do: 'settled', reached });
  }

  private async guards(re: number, setup: GuardSetup): Promise<void> {
    const { post, clock, openSimulation } = this.surroundings;
    let toldMs = clock();
    const comparison = await runGuards(setup, openSimulation, this.surroundings, {
      isOvertaken: () => this.isOvertaken(),
      tell: (part) => {
        if (clock() - toldMs < TELL_EVERY_MS) return;
        toldMs = clock();
        post({ re, do: 'progress', part });
      },
    });
    if (comparison) post({ re, do: 'guards', comparison });
    else post({ re, do: 'settled', reached: false });
  }

  private frame({ id, windowUs }: { id: number; windowUs: number }): void {
    if (this.run) {
      this.surroundings.post({ re: id, do: 'frame', frame: this.run.frame(windowUs) });
    }
  }

  /** A newer wish of where to be, or that it be ended, waits. */
  private isOvertaken(): boolean {
    return this.waiting.some(
      ({ do: what }) => what === 'open' || what === 'goTo' || what === 'guards' || what === 'stop',
    );
  }
}
