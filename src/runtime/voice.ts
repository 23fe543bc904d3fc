/** What the session says besides frames: replies, notices, progress. */
import type { ReplyBody, Response } from './messages.ts';
import { words } from './words.ts';

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

  /** Answers with what comes of some work, or with the sentence that says why it could not be done. */
  async attempt(id: number, work: () => unknown): Promise<void> {
    try {
      this.answer(id, await work());
    } catch (problem) {
      this.refuse(id, sentenceOf(problem));
    }
  }
}

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
