/** What a person asks for at the playhead: a command, or a call whose answer is waited for. */
import { createDoor } from '../../aws/door.ts';
import type { History } from '../history/history.ts';
import type { CallDone, CommandDone, Request } from '../messages.ts';
import { PageLost } from '../storage/pageSlots.ts';
import type { GivenCommand } from '../storage/storage.ts';

export type Wish = Extract<Request, { do: 'command' | 'call' }>;

export interface Done {
  /** To be stored before it is acknowledged; none where the call only looks. */
  given: GivenCommand[];
  value: CommandDone | CallDone;
}

const isWish = (request: { do: string } | undefined): request is Wish =>
  request?.do === 'command' || request?.do === 'call';

/** Whether it can be carried out right after another; what brings code has to be prepared for. */
export const mayFollow = (request: { do: string } | undefined): boolean =>
  isWish(request) && !bringsCode(request);

const bringsCode = (wish: Wish): boolean =>
  wish.do === 'command'
    ? wish.command.call === 'shardscope:SaveCode'
    : wish.operation === 'UpdateFunctionCode';

/** @throws Error with AWS's name and message when a command is malformed; nothing has changed then. */
export function carryOut(history: History, wish: Wish): Done {
  const { branch } = history;
  const branched = (): boolean => history.branch !== branch;
  if (wish.do === 'command') {
    const given = history.give(wish.command);
    return { given: [given], value: { branched: branched() } };
  }
  const { service, operation, input } = wish;
  const { answer, given } = history.answer((simulation) =>
    createDoor(simulation).call(service, operation, input),
  );
  return { given, value: { branched: branched(), answer } };
}

const MOST_COMMANDS_AT_ONCE = 200;

/** What came of several wishes. */
export interface AllDone {
  given: GivenCommand[];
  done: { id: number; value: unknown }[];
  refused: { id: number; error: unknown }[];
  /** The one on which a page of the history turned out to be lost: it has not been carried out. */
  lost?: Wish;
}

/** Carries out wishes one after another, so that what they give can be stored together. */
export function carryOutAll(history: History, first: Wish, next: () => Wish | undefined): AllDone {
  const all: AllDone = { given: [], done: [], refused: [] };
  for (let wish: Wish | undefined = first; wish !== undefined; ) {
    try {
      const { given, value } = carryOut(history, wish);
      all.given.push(...given);
      all.done.push({ id: wish.id, value });
    } catch (error) {
      if (error instanceof PageLost) return { ...all, lost: wish };
      all.refused.push({ id: wish.id, error });
    }
    wish = all.given.length < MOST_COMMANDS_AT_ONCE ? next() : undefined;
  }
  return all;
}
