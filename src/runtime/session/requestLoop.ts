/** Does what a session is asked, one thing after another; once more where a page of the history was lost meanwhile. */

import { PageLost } from '../storage/pageSlots.ts';
import { pagesWords } from '../words.ts';
import { RequestQueue } from './requestQueue.ts';
import type { SessionRequest } from './sessionSurroundings.ts';
import type { Voice } from './voice.ts';

/** Who does it. */
export interface Attendant {
  handle(request: SessionRequest): Promise<void>;
  /** Where the playhead is, microseconds. */
  place(): number;
  /** Computes the history again up to a place. @returns false when something newer is to be opened. */
  recompute(at: number): Promise<boolean>;
  /** Something has gone wrong of which nobody knows what to do. */
  stopped(id: number, error: unknown): void;
}

const MOST_TRIES = 3;
const SOON_MS = 10;

export class RequestLoop {
  readonly waiting: RequestQueue<SessionRequest>;
  private working = false;
  private soon: ReturnType<typeof setTimeout> | null = null;
  private readonly attendant: Attendant;
  private readonly voice: Voice;

  constructor(voice: Voice, attendant: Attendant) {
    this.attendant = attendant;
    this.voice = voice;
    this.waiting = new RequestQueue((id) => voice.overtaken(id));
  }

  /** Takes a request; its answer is posted. */
  receive(request: SessionRequest): void {
    this.waiting.push(request);
    if (!this.working) void this.work();
  }

  /** Takes a request a moment later, once for all who ask meanwhile: nobody waits for it. */
  receiveSoon(request: SessionRequest): void {
    this.soon ??= setTimeout(() => {
      this.soon = null;
      this.receive(request);
    }, SOON_MS);
  }

  /** Does it now. */
  async attend(request: SessionRequest, tries = MOST_TRIES): Promise<void> {
    const { attendant, voice } = this;
    const at = attendant.place();
    try {
      await attendant.handle(request);
    } catch (error) {
      if (!(error instanceof PageLost) || tries === 1) throw error;
      if (!(await attendant.recompute(at))) return voice.overtaken(request.id);
      // It may have been done before the page was missed.
      if (request.do === 'tree') return voice.refuse(request.id, pagesWords.lost);
      await this.attend(request, tries - 1);
    }
  }

  private async work(): Promise<void> {
    this.working = true;
    for (let request = this.waiting.next(); request; request = this.waiting.next()) {
      try {
        await this.attend(request);
      } catch (error) {
        this.attendant.stopped(request.id, error);
      }
    }
    this.working = false;
  }
}
