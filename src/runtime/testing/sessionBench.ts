/** A session with the real engine, sketched pictures and a storage in memory, and its answers. */
import { ENGINE_VERSION, openSimulation } from '../../engine/index.ts';
import { aDefinition, aFunction, aMapping, someTraffic } from '../../engine/testing/definitions.ts';
import type { BranchTree } from '../history/branchTree.ts';
import type { Frame, ReplyBody, Response } from '../messages.ts';
import type { Asked } from '../page/host.ts';
import { Session } from '../session/session.ts';
import type { SessionRequest, SessionSurroundings } from '../session/sessionSurroundings.ts';
import { MemoryStorage } from './memoryStorage.ts';
import { sketchAskedPictures, sketchPictures } from './sketchPictures.ts';

export const busyLab = aDefinition({
  functions: [aFunction()],
  eventSourceMappings: [aMapping()],
  traffic: [someTraffic()],
});

export function sessionBench(
  more: Partial<SessionSurroundings> = {},
  storage = new MemoryStorage(),
) {
  const responses: Response[] = [];
  const settle = new Map<number, (response: Response) => void>();
  let nextId = 1;
  const post = (response: Response): void => {
    responses.push(response);
    settle.get(response.re)?.(response);
  };
  const session = new Session({
    openSimulation: (definition) => openSimulation(definition),
    engineVersion: ENGINE_VERSION,
    pictures: sketchPictures,
    askedPictures: async () => sketchAskedPictures,
    openStorage: async () => storage,
    claim: async () => ({ isOwner: true, granted: Promise.resolve(), release() {} }),
    openChannel: () => ({ tell() {}, close() {} }),
    post,
    clock: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    ...more,
  });
  const ask = (asked: Asked): Promise<Response> => {
    const id = nextId++;
    const answer = new Promise<Response>((resolve) => settle.set(id, resolve));
    session.receive({ ...asked, id } as SessionRequest);
    return answer;
  };
  return {
    session,
    storage,
    responses,
    ask,
    /** Asks for something that is answered by a frame. */
    async frame(asked: Asked): Promise<Frame> {
      const answer = await ask(asked);
      if (answer.do !== 'frame') throw new Error(`no frame but ${JSON.stringify(answer)}`);
      return answer.frame;
    },
    /** Asks for something that is answered by a reply. */
    async reply(asked: Asked): Promise<ReplyBody> {
      const answer = await ask(asked);
      if (answer.do !== 'reply') throw new Error(`no reply but ${answer.do}`);
      return answer.body;
    },
    async digest(): Promise<string> {
      const body = await this.reply({ do: 'report' });
      return ((body as { value: unknown }).value as { digest: string }).digest;
    },
    open(definition = busyLab, fresh = false, labId = 'busy') {
      return this.reply({ do: 'open', labId, definition, fresh });
    },
  };
}

/** The branches as the session told them last. */
export function treeOf({
  responses,
}: Pick<ReturnType<typeof sessionBench>, 'responses'>): BranchTree {
  const news = responses.findLast((response) => response.do === 'branches');
  return (news as { tree: BranchTree }).tree;
}
