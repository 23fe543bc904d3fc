/** What a session does where other tabs have its lab too: it goes where the owner goes, takes the lab over, or gives it away. */

import type { History } from '../history/history.ts';
import type { FoundLab } from '../session/foundLab.ts';
import type { Frames } from '../session/frames.ts';
import type { OwnRequest, SessionRequest } from '../session/sessionSurroundings.ts';
import type { Voice } from '../session/voice.ts';
import type { Keeper } from '../storage/keeper.ts';
import { words } from '../words.ts';
import type { OwnerNews } from './ownership.ts';

/** The session, as far as it is needed. */
export interface FollowingSession {
  keeper: Keeper;
  voice: Voice;
  waiting: { holds(...kinds: SessionRequest['do'][]): boolean };
  open(): { history: History; frames: Frames };
  /** Makes a lab's history up to its playhead. @returns false when something newer is to be opened. */
  begin(found: FoundLab): Promise<boolean>;
  /** @returns whether the instant (microseconds) was reached. */
  run(history: History, to: number, isOvertaken: () => boolean): Promise<boolean>;
  /** Shows where the session is now. */
  show(): void;
}

export class Following {
  private readonly session: FollowingSession;

  constructor(session: FollowingSession) {
    this.session = session;
  }

  async hear(request: Extract<OwnRequest, { do: 'follow' | 'granted' | 'handOver' | 'removed' }>) {
    if (request.do === 'follow') return this.follow(request.news);
    if (request.do === 'granted') return this.takeOver(request.asked);
    if (request.do === 'handOver') return this.handOver();
    this.session.keeper.removed(request.labId);
  }

  /** Goes where the tab that owns the lab has gone. */
  private async follow(news: OwnerNews): Promise<void> {
    const { keeper, waiting, begin, run, show, open } = this.session;
    const { history, frames } = open();
    if (news.branch !== history.branch || news.commandCount !== history.commands.length) {
      const found = await keeper.look();
      if (found === null) return;
      if (found.lab.branch !== history.branch) {
        if (!(await begin(found)) || found.lab.branch !== news.branch) return;
        return this.follow(news);
      }
      history.learn(found.commands);
    }
    if (news.at < history.now) {
      frames.forget();
      history.jump(news.at);
    }
    await run(history, news.at, () => waiting.holds('follow', 'open'));
    history.furthest = Math.max(history.furthest, news.furthest);
    show();
  }

  private async takeOver(asked: boolean): Promise<void> {
    const { keeper, voice, begin, show } = this.session;
    if (!keeper.isFollower) return;
    const found = await keeper.look(true);
    if (found !== null && !(await begin(found))) return;
    if (!keeper.own(found)) return;
    voice.notice('info', 'takenOver', asked ? words.takenOverHere : words.takenOver);
    show();
  }

  private async handOver(): Promise<void> {
    const { keeper, voice } = this.session;
    if (await keeper.handOver()) voice.notice('info', 'handedOver', words.handedOver);
  }
}
