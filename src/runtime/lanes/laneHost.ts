/**
 * The page's side of the lanes: a worker of their own, so that the lab goes on beside them. Where workers
 * are refused the same session runs on the page's own thread, in the same short slices.
 */
import { tellLanguage } from '../workerLanguage.ts';
import type { LaneFrame, LaneRequest, LaneResponse } from './laneMessages.ts';

type WithoutId<R> = R extends LaneRequest ? Omit<R, 'id'> : never;
type Asked = WithoutId<LaneRequest>;

export interface LaneListener {
  frame(frame: LaneFrame): void;
  /** 0 to 1. */
  progress(part: number): void;
  failed(error: string): void;
}

export class LaneHost {
  private nextId = 1;
  private readonly pending = new Map<number, (response: LaneResponse) => void>();
  private send: (request: LaneRequest) => void = () => {};
  private end: () => void = () => {};
  private heard = false;
  private closed = false;
  private readonly queued: LaneRequest[] = [];

  private readonly listener: LaneListener;

  constructor(listener: LaneListener) {
    this.listener = listener;
    try {
      const worker = new Worker(new URL('./lanes.worker.ts', import.meta.url), {
        type: 'module',
        name: 'shardscope-lanes',
      });
      tellLanguage(worker);
      worker.onmessage = (event: MessageEvent<LaneResponse>) => this.hear(event.data);
      worker.onerror = (event) => {
        if (this.heard) this.listener.failed(event.message);
        else void this.useOwnThread();
      };
      this.send = (request) => worker.postMessage(request);
      this.end = () => worker.terminate();
    } catch {
      void this.useOwnThread();
    }
  }

  /** Resolves with what ends the request. */
  ask(asked: Asked): Promise<LaneResponse> {
    const request = { ...asked, id: this.nextId++ } as LaneRequest;
    if (!this.heard) this.queued.push(request);
    return new Promise((settle) => {
      this.pending.set(request.id, settle);
      this.send(request);
    });
  }

  /** Ends the work. What was asked is settled, unreached, and nothing more is told. */
  close(): void {
    this.closed = true;
    this.end();
    for (const [re, settle] of this.pending) settle({ re, do: 'settled', reached: false });
    this.pending.clear();
  }

  private async useOwnThread(): Promise<void> {
    this.end();
    this.send = () => {};
    const { startLaneSession } = await import('./startLaneSession.ts');
    if (this.closed) return;
    const session = startLaneSession((response) => this.hear(response));
    this.send = (request) => session.receive(request);
    this.end = () => session.receive({ id: this.nextId++, do: 'stop' });
    for (const request of this.queued.splice(0)) session.receive(request);
  }

  private hear(response: LaneResponse): void {
    if (this.closed) return;
    this.heard = true;
    if (response.do === 'frame') this.listener.frame(response.frame);
    else if (response.do === 'progress') this.listener.progress(response.part);
    else {
      if (response.do === 'failed') this.listener.failed(response.error);
      this.pending.get(response.re)?.(response);
      this.pending.delete(response.re);
    }
  }
}
