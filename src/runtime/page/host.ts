/**
 * The page's side of the worker: posts requests and resolves their answers. Where workers are refused
 * the same session runs on the page's own thread, in the same short slices.
 */
import type { Frame, Request, Response } from '../messages.ts';
import { sessionWorker } from '../session/sessionWorker.ts';
import { words } from '../words.ts';
import { tellLanguage } from '../workerLanguage.ts';

type WithoutId<R> = R extends Request ? Omit<R, 'id'> : never;
/** A request as the page makes it; the host numbers it. */
export type Asked = WithoutId<Request>;

/** What a request came to: a value, a frame, or a sentence that says why not. */
export type Answer = { ok: true; value: unknown; frame?: Frame } | { ok: false; error: string };

export interface HostLike {
  ask(asked: Asked): Promise<Answer>;
}

export interface HostListener {
  frame(frame: Frame): void;
  /** Everything that comes unasked but frames. */
  unasked(response: Extract<Response, { re: -1 }>): void;
}

/** The worker, as far as the host needs one. */
export interface WorkerLike {
  postMessage(message: Request): void;
  onmessage: ((event: MessageEvent<Response>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

export class Host {
  private nextId = 1;
  private readonly pending = new Map<number, { request: Request; settle(answer: Answer): void }>();
  private heard = false;
  private send: (request: Request) => void = () => {};
  private end: () => void = () => {};

  private readonly listener: HostListener;

  constructor(listener: HostListener, newWorker: () => WorkerLike = sessionWorker) {
    this.listener = listener;
    try {
      this.useWorker(newWorker());
    } catch {
      void this.useOwnThread();
    }
  }

  /** Posts a request. Never rejects. */
  ask(asked: Asked): Promise<Answer> {
    const request = { ...asked, id: this.nextId++ } as Request;
    return new Promise((settle) => {
      this.pending.set(request.id, { request, settle });
      this.send(request);
    });
  }

  close(): void {
    this.end();
    this.pending.clear();
  }

  private useWorker(worker: WorkerLike): void {
    tellLanguage(worker);
    worker.onmessage = (event) => this.hear(event.data);
    worker.onerror = (event) => {
      if (this.heard) return this.crashed(event.message);
      worker.terminate();
      void this.useOwnThread();
    };
    this.send = (request) => worker.postMessage(request);
    this.end = () => worker.terminate();
  }

  private async useOwnThread(): Promise<void> {
    this.send = () => {}; // what is asked meanwhile waits in `pending`
    const { startSession } = await import('../session/startSession.ts');
    const session = startSession((response) => this.hear(response));
    this.send = (request) => session.receive(request);
    const text = words.workerRefused;
    this.hear({ re: -1, do: 'notice', level: 'info', code: 'workerRefused', text });
    for (const { request } of this.pending.values()) session.receive(request);
  }

  private hear(response: Response): void {
    this.heard = true;
    if (response.do === 'frame') {
      this.listener.frame(response.frame);
      this.settle(response.re, { ok: true, value: null, frame: response.frame });
    } else if (response.do === 'reply') {
      this.settle(response.re, response.body);
    } else {
      this.listener.unasked(response);
    }
  }

  private settle(id: number, answer: Answer): void {
    const { pending } = this;
    const settle = pending.get(id)?.settle;
    pending.delete(id);
    settle?.(answer);
  }

  private crashed(message: string): void {
    this.listener.unasked({ re: -1, do: 'notice', level: 'error', code: 'worker', text: message });
    for (const id of [...this.pending.keys()]) this.settle(id, { ok: false, error: message });
  }
}
