/** A command, carried out: read, called page by page, and printed. */
import type { CallAnswer, ServiceName } from '../door.ts';
import { CliError } from './cliError.ts';
import { formatCli, formatError } from './formatCli.ts';
import { pageToken } from './pageToken.ts';
import { type CliCall, type PageWish, parseCli } from './parseCli.ts';

export type CallDoor = (
  service: ServiceName,
  operation: string,
  input: Record<string, unknown>,
) => CallAnswer | Promise<CallAnswer>;

export interface CliOutcome {
  ok: boolean;
  /** What is printed; may be nothing. */
  text: string;
  /** What was called, if anything was. */
  call: CliCall | null;
}

/** Pages that one command may read; a mistake should not go on for ever. */
const MOST_PAGES = 1_000;

/** Runs one command. Rejects only where the door does. */
export async function runCli(line: string, callDoor: CallDoor): Promise<CliOutcome> {
  const parsed = parseCli(line);
  if ('text' in parsed) return { ok: true, text: parsed.text, call: null };
  if ('error' in parsed) {
    const { usage, error } = parsed;
    return { ok: false, text: usage === undefined ? error : `${usage}\n${error}`, call: null };
  }
  const { call } = parsed;
  const answer = await (call.pages
    ? callPages(call, call.pages, callDoor)
    : callOnce(call, callDoor));
  if (!answer.ok) return { ok: false, text: formatError(call.operation, answer.error), call };
  try {
    return { ok: true, text: formatCli(answer.output, call), call };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { ok: false, text: error.message, call };
  }
}

const callOnce = ({ service, operation, input }: CliCall, callDoor: CallDoor) =>
  callDoor(service, operation, input);

/** Asks for page after page, and answers with all of them as one. */
async function callPages(call: CliCall, wish: PageWish, callDoor: CallDoor): Promise<CallAnswer> {
  const { from, next, results, kept = [] } = wish.pagination;
  const [listName, ...countNames] = results as [string, ...string[]];
  const whole: Record<string, unknown> = { [listName]: [] };
  const list = whole[listName] as unknown[];
  let { input } = call;
  let { skip } = wish.start;
  if (wish.start.page !== null) input = { ...input, [from]: wish.start.page };
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await callDoor(call.service, call.operation, input);
    if (!answer.ok) return answer;
    for (const name of countNames)
      whole[name] = Number(whole[name] ?? 0) + Number(answer.output[name]);
    for (const name of kept) whole[name] ??= answer.output[name] ?? null;
    const rows = ((answer.output[listName] ?? []) as unknown[]).slice(skip);
    const room = wish.most - list.length;
    list.push(...rows.slice(0, room));
    const following = answer.output[next];
    if (rows.length > room) {
      whole.NextToken = pageToken({ page: input[from] ?? null, skip: skip + room });
      break;
    }
    if (following === undefined) break;
    if (rows.length === room) {
      whole.NextToken = pageToken({ page: following, skip: 0 });
      break;
    }
    input = { ...input, [from]: following };
    skip = 0;
  }
  return { ok: true, output: whole, statusCode: 200 };
}
