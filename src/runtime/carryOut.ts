/** What a person asks for at the playhead: a command, or a call whose answer is waited for. */
import { createDoor } from '../aws/door.ts';
import type { History } from './history.ts';
import type { CallDone, CommandDone, Request } from './messages.ts';
import type { GivenCommand } from './storage.ts';

export type Wish = Extract<Request, { do: 'command' | 'call' }>;

export interface Done {
  /** To be stored before it is acknowledged; none where the call only looks. */
  given: GivenCommand[];
  value: CommandDone | CallDone;
}

export const isWish = (request: { do: string } | undefined): request is Wish =>
  request?.do === 'command' || request?.do === 'call';

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
