import { afterEach, expect, it, vi } from 'vitest';
import { connect } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

it('greets whoever is in the frame, which has no origin while it is empty, and asks only the embed’s own', async () => {
  const listeners: ((event: unknown) => void)[] = [];
  const window = {
    addEventListener: (_: string, hear: (event: unknown) => void) => listeners.push(hear),
    removeEventListener: () => {},
  };
  vi.stubGlobal('window', window);
  vi.stubGlobal('location', new URL('https://course.test/page.html'));
  const sent: [string, string][] = [];
  const contentWindow = {
    postMessage: (message: { do: string }, target: string) => sent.push([message.do, target]),
  };
  const src = 'https://lab.test/embed.html#lab=orders&parent=https%3A%2F%2Fcourse.test';
  const frame = { src, hasAttribute: () => false, contentWindow } as unknown as HTMLIFrameElement;

  const connecting = connect(frame);
  const say = (origin: string) => {
    const data = { shardscope: 1, is: 'ready' };
    for (const hear of listeners) hear({ source: contentWindow, origin, data });
  };
  say('https://else.test');
  say('https://lab.test');
  const embed = await connecting;
  void embed.play();
  expect(sent).toEqual([
    ['hello', '*'],
    ['play', 'https://lab.test'],
  ]);
});
