import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = [];
  onmessage: ((event: MessageEvent) => void) | null = null;

  constructor() {
    super();
    FakeWorker.made.push(this);
    this.addEventListener('message', (event) => this.onmessage?.(event as MessageEvent));
  }

  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

/** What a listener has heard that is there from now on. */
function heardBy(worker: FakeWorker): string[] {
  const heard: string[] = [];
  worker.onmessage = ({ data }) => heard.push(data);
  worker.addEventListener('error', () => heard.push('an error'));
  return heard;
}

beforeEach(() => {
  vi.resetModules();
  FakeWorker.made = [];
  vi.stubGlobal('Worker', FakeWorker);
});
afterEach(() => vi.unstubAllGlobals());

const load = () => import('./sessionWorker.ts');

test('the first script begins a worker, and nothing else does', async () => {
  await load();
  expect(FakeWorker.made).toHaveLength(0);
  await import('../begin.ts');
  expect(FakeWorker.made).toHaveLength(1);
});

test('the worker that was begun is handed over once, with what it said meanwhile', async () => {
  const { beginSession, sessionWorker } = await load();
  beginSession();
  const [begun] = FakeWorker.made;
  begun!.say('one');
  begun!.dispatchEvent(new Event('error'));
  expect(sessionWorker()).toBe(begun);
  const heard = heardBy(begun!);
  await Promise.resolve();
  begun!.say('two');
  expect(heard).toEqual(['one', 'an error', 'two']);
  expect(sessionWorker()).not.toBe(begun);
  expect(FakeWorker.made).toHaveLength(2);
});

test('where workers are refused, whoever asks for one is told', async () => {
  const refuse = class {
    constructor() {
      throw new Error('refused');
    }
  };
  vi.stubGlobal('Worker', refuse);
  const { beginSession, sessionWorker } = await load();
  beginSession();
  expect(() => sessionWorker()).toThrow('refused');
});
