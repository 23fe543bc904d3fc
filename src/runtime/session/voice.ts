/** What the session says besides frames: replies, notices, progress. */
import { type LoadFollow, LoadProblem } from '../../sandbox/loading.ts';
import type { History } from '../history/history.ts';
import type { ReplyBody, Response } from '../messages.ts';
import { PageLost } from '../storage/pageSlots.ts';
import type { WorkFollow } from '../storage/storage.ts';
import { words } from '../words.ts';

/** Progress is told so often at most. */
const STEP_BYTES = 100_000;

export class Voice {
  private readonly post: (response: Response) => void;

  constructor(post: (response: Response) => void) {
    this.post = post;
  }

  reply(re: number, body: ReplyBody): void {
    this.post({ re, do: 'reply', body });
  }

  answer(re: number, value: unknown): void {
    this.reply(re, { ok: true, value });
  }

  refuse(re: number, error: string): void {
    this.reply(re, { ok: false, error });
  }

  /** A newer wish makes this one pointless. */
  overtaken(re: number): void {
    this.refuse(re, words.superseded);
  }

  notice(level: 'info' | 'warning' | 'error', code: string, text: string): void {
    this.post({ re: -1, do: 'notice', level, code, text });
  }

  /** Says what is odd about a lab that has been opened. */
  opened(history: History, isOwnEngine: boolean): void {
    if (!isOwnEngine) this.notice('info', 'engineChanged', words.engineChanged);
    const { size } = history.refused;
    if (size > 0) this.notice('warning', 'commandsRefused', words.commandsRefused(size));
  }

  /** Follows some work: it tells how far it is, and `ended` that it has ended, if it was told of at all. */
  work(
    of: 'open' | 'read' | 'write' | 'save' | 'remove',
    isCancelled: () => boolean,
  ): WorkFollow & { ended(): void } {
    let isTold = false;
    const tell = (part: number) => {
      isTold = true;
      this.post({ re: -1, do: 'progress', of, part });
    };
    const ended = () => {
      if (isTold) tell(1);
      isTold = false;
    };
    return { tell, isCancelled, ended };
  }

  /** Tells how far the loading of an interpreter is. */
  loading(isCancelled: () => boolean): LoadFollow {
    let toldAt = 0;
    const tell = (loaded: number, total: number) => {
      if (loaded - toldAt < STEP_BYTES && loaded > 0 && loaded < total) return;
      toldAt = loaded;
      const bytes = { loaded, total };
      this.post({ re: -1, do: 'progress', of: 'python', part: (0.99 * loaded) / total, bytes });
    };
    const ended = () => this.post({ re: -1, do: 'progress', of: 'python', part: 1 });
    return { tell, ended, isCancelled };
  }

  /** The engine has found something impossible: it goes no further, and says where to look. */
  stopped(re: number, history: History | null, error: unknown): void {
    if (error instanceof LoadProblem) {
      this.refuse(re, error.message);
      return;
    }
    const seed = history?.simulation.world.definition.seed ?? 0;
    const seconds = (history?.now ?? 0) / 1_000_000;
    const text = words.engineStopped(seed, seconds, sentenceOf(error));
    this.refuse(re, text);
    this.notice('error', 'engine', text);
  }

  /**
   * Answers with what comes of some work, or with the sentence that says why it could not be done.
   * @throws PageLost when it could be done once the history has been computed again.
   */
  async attempt(id: number, work: () => unknown): Promise<void> {
    try {
      this.answer(id, await work());
    } catch (problem) {
      if (problem instanceof PageLost) throw problem;
      this.refuse(id, sentenceOf(problem));
    }
  }
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
