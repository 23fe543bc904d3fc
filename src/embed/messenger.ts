/** An embed's side of the line: only the window around it, of the origin that its address names, is heard. */
import { embedWords as words } from './embedWords.ts';
import { type EmbedMessage, type EmbedRequest, PROTOCOL_VERSION, readRequest } from './protocol.ts';

/** Requests that wait at most; beyond that something is wrong with who asks. */
const MOST_WAITING = 200;

export class Messenger {
  private readonly parent: string | undefined;
  private readonly act: (request: EmbedRequest) => Promise<void>;
  private waiting = 0;

  /**
   * @param parent the origin that the address names; without one nothing is heard and nothing said.
   * @param act does what was asked; rejects with a sentence.
   */
  constructor(parent: string | undefined, act: (request: EmbedRequest) => Promise<void>) {
    this.parent = parent;
    this.act = act;
    if (parent === undefined || window.parent === window) return;
    window.addEventListener('message', (event) => void this.hear(event));
  }

  say(message: EmbedMessage): void {
    if (this.parent === undefined || window.parent === window) return;
    window.parent.postMessage({ ...message, shardscope: PROTOCOL_VERSION }, this.parent);
  }

  private async hear({ source, origin, data }: MessageEvent): Promise<void> {
    if (source !== window.parent || origin !== this.parent) return;
    const reading = readRequest(data);
    if (!reading.ok) return this.refuse(reading.id, reading.error);
    const { id, request } = reading;
    if (this.waiting >= MOST_WAITING) return this.refuse(id, words.tooMuch);
    this.waiting++;
    try {
      await this.act(request);
      if (request.do !== 'hello') this.say({ is: 'answer', to: id, ok: true });
    } catch (error) {
      this.refuse(id, (error as Error).message);
    }
    this.waiting--;
  }

  private refuse(id: number | null, error: string): void {
    if (id === null) this.say({ is: 'error', error });
    else this.say({ is: 'answer', to: id, ok: false, error });
  }
}
