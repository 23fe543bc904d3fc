/** What the session is still to do, in order; of several wishes in a row that a newer one makes pointless only the newest. */
export interface Queued {
  id: number;
  do: string;
}

/** Only the newest of several in a row counts. */
const OVERTAKING: ReadonlySet<string> = new Set(['advance', 'seek', 'follow']);

export class RequestQueue<R extends Queued> {
  private waiting: R[] = [];
  private readonly overtaken: (id: number) => void;

  /** @param overtaken hears of each that will not be done, because a newer one makes it pointless. */
  constructor(overtaken: (id: number) => void) {
    this.overtaken = overtaken;
  }

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  push(request: R): void {
    this.waiting.push(request);
  }

  /** The next one as it stands, without passing anything over. */
  get first(): R | undefined {
    return this.waiting[0];
  }

  takeFirst(): R | undefined {
    return this.waiting.shift();
  }

  holds(...kinds: R['do'][]): boolean {
    return this.waiting.some((request) => kinds.includes(request.do));
  }

  /** The next one, passing over those that a newer one makes pointless. */
  next(): R | undefined {
    const opening = this.waiting.findLastIndex((request) => request.do === 'open');
    for (const passed of this.waiting.splice(0, Math.max(0, opening))) this.overtaken(passed.id);
    const request = this.waiting.shift();
    const newer = this.waiting[0];
    if (request === undefined || newer === undefined) return request;
    if (newer.do === request.do && OVERTAKING.has(newer.do)) {
      this.overtaken(request.id);
      return this.next();
    }
    return request;
  }
}
