import { type Answer, type Asked, Host } from '../../src/runtime/page/host.ts';
import { readAnyLab } from '../../src/runtime/readAnyLab.ts';

/**
 * The session in its worker, with the real database, and nothing to look at: for tests that kill it. The
 * address may say how many bytes of full pages stay in memory: `?room=100000`.
 */
export interface Keeping {
  /** The codes of what it has said unasked. */
  notices(): string[];
  ask(asked: Asked): Promise<Answer>;
  /** Opens a lab file as the page does. */
  openText(name: string, text: string): Promise<Answer>;
}

const room = new URLSearchParams(location.search).get('room');
const said: string[] = [];
const roomyWorker = () =>
  new Worker(new URL('./keeping.worker.ts', import.meta.url), { type: 'module', name: room! });
const host = new Host(
  {
    frame() {},
    unasked: (response) => void (response.do === 'notice' && said.push(response.code)),
  },
  room === null ? undefined : roomyWorker,
);
const keeping: Keeping = {
  notices: () => said,
  // A frame is large, and nobody looks at it here but at its instant.
  ask: async (asked) => {
    const answer = await host.ask(asked);
    return answer.ok && answer.frame ? { ok: true, value: { now: answer.frame.now } } : answer;
  },
  async openText(name, text) {
    const read = await readAnyLab({ text, name });
    if (!read.ok) return read;
    const { ok: _, ...wanted } = read;
    return host.ask({ do: 'open', ...wanted, fresh: false });
  },
};
Object.assign(window, { keeping });
