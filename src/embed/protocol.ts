/**
 * What a page and an embed in it say to each other, by `postMessage`. Version 1. Every message is an
 * object with `shardscope: 1`. A page asks with `do` and a number `id` of its own, and hears an
 * `answer` to it; all else comes unasked. Nothing that comes in is trusted: {@link readRequest}.
 */
import { embedWords as words } from './embedWords.ts';
import { timeOf } from './wishes.ts';

export const PROTOCOL_VERSION = 1;

/** What a page may ask. Times are text such as `12s`, or milliseconds. */
export type EmbedRequest =
  /** Answered by `ready`; the picture is not woken up by it. */
  | { do: 'hello' }
  /** Another lab: a built-in one by its name, a link's parameter, or a lab file's text. */
  | { do: 'load'; lab?: string; link?: string; text?: string; seed?: number; at?: Time }
  | { do: 'play'; speed?: number }
  | { do: 'pause' }
  | { do: 'seek'; to: Time }
  /** To the next instant at which something happens. */
  | { do: 'step' }
  /** A command in AWS's words, at the present instant. */
  | { do: 'command'; call: string; input: Record<string, unknown> }
  /** Breaks a function or heals it. */
  | { do: 'fault'; kind: string; target: string; on: boolean; [more: string]: unknown }
  /** From the start, with the same seed or another. */
  | { do: 'reset'; seed?: number };

export type Time = string | number;

export type RequestKind = EmbedRequest['do'];

/** What an embed says. Times are milliseconds since the lab's first instant. */
export type EmbedMessage =
  | { is: 'ready'; lab: string; title: string; engineVersion: string; live: boolean }
  /** The playhead, at most four times a second while it moves. */
  | { is: 'tick'; at: number; playing: boolean; speed: number }
  /** What has happened since the last message, in sentences. */
  | { is: 'journal'; lines: { at: number; text: string }[]; skipped: number }
  | { is: 'step'; at: number; caption: string }
  | { is: 'answer'; to: number; ok: boolean; error?: string }
  /** Something went wrong that nobody asked about. */
  | { is: 'error'; error: string }
  /** The height that the embed would fill, in pixels. */
  | { is: 'resize'; height: number };

/** A message as it is posted. */
export type Sent<M> = M & { shardscope: typeof PROTOCOL_VERSION };

export type RequestReading =
  | { ok: true; id: number; request: EmbedRequest }
  /** `id` where it could be read: then there is somebody to be told. */
  | { ok: false; id: number | null; error: string };

const MOST_ID = Number.MAX_SAFE_INTEGER;
const MOST_SEED = 0xffff_ffff;
const MOST_LETTERS = 1_048_576;
const MOST_NAME = 255;
const MOST_DEPTH = 40;
const MOST_PARTS = 20_000;
const DANGEROUS = new Set(['__proto__', 'constructor', 'prototype']);

interface Member {
  accepted: string;
  isGood(value: unknown): boolean;
  isOptional?: boolean;
}

const text = (most: number, accepted: string): Member => ({
  accepted,
  isGood: (value) => typeof value === 'string' && value.length <= most,
});
const optional = (member: Member): Member => ({ ...member, isOptional: true });
const time: Member = {
  accepted: 'a time such as "12s", or milliseconds',
  isGood: (value) => msOf(value) !== undefined,
};
const seed: Member = {
  accepted: `a whole number from 0 to ${MOST_SEED}`,
  isGood: (value) =>
    Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_SEED,
};
const speed: Member = {
  accepted: 'a number from 0.02 to 100000',
  isGood: (value) => typeof value === 'number' && value >= 0.02 && value <= 100_000,
};
const truth: Member = { accepted: 'true or false', isGood: (value) => typeof value === 'boolean' };
const plain: Member = { accepted: 'an object of plain values', isGood: isPlainObject };

/** The members of each request. `fault` takes more, which the command it becomes is checked for. */
const MEMBERS: Readonly<Record<RequestKind, Readonly<Record<string, Member>>>> = {
  hello: {},
  load: {
    lab: optional(text(41, 'the name of a built-in lab')),
    link: optional(text(64_000, 'the parameter of a link')),
    text: optional(text(MOST_LETTERS, 'the text of a lab file, at most 1 MiB')),
    seed: optional(seed),
    at: optional(time),
  },
  play: { speed: optional(speed) },
  pause: {},
  seek: { to: time },
  step: {},
  command: { call: text(MOST_NAME, 'the name of a call'), input: plain },
  fault: {
    kind: text(MOST_NAME, 'a kind of fault'),
    target: text(MOST_NAME, 'a logical id'),
    on: truth,
    match: optional(plain),
    factor: optional({ accepted: 'a number', isGood: Number.isFinite }),
    probability: optional({ accepted: 'a number', isGood: Number.isFinite }),
  },
  reset: { seed: optional(seed) },
};

export const requestKinds = Object.keys(MEMBERS) as RequestKind[];

/** Reads what came in a message. Never throws, whatever it is: getters and proxies do not come through. */
export function readRequest(data: unknown): RequestReading {
  if (!isRecord(data) || data.shardscope === undefined) {
    return { ok: false, id: null, error: words.notAnObject };
  }
  const id =
    Number.isInteger(data.id) && (data.id as number) >= 0 && (data.id as number) <= MOST_ID
      ? (data.id as number)
      : null;
  const refuse = (error: string): RequestReading => ({ ok: false, id, error });
  if (data.shardscope !== PROTOCOL_VERSION) {
    return refuse(words.otherVersion(shown(data.shardscope)));
  }
  if (id === null) return refuse(words.badMember('A message', 'id', 'a whole number'));
  const kind = requestKinds.find((known) => known === data.do);
  if (kind === undefined) return refuse(words.unknownCall(shown(data.do), requestKinds));
  const members = MEMBERS[kind];
  for (const name of Object.keys(data)) {
    if (name === 'shardscope' || name === 'id' || name === 'do') continue;
    if (!Object.hasOwn(members, name)) return refuse(words.unknownMember(kind, shown(name)));
  }
  for (const [name, { accepted, isGood, isOptional }] of Object.entries(members)) {
    const value = data[name];
    if (value === undefined ? isOptional === true : isGood(value)) continue;
    return refuse(words.badMember(kind, name, accepted));
  }
  const { shardscope: _, id: __, ...request } = data;
  return { ok: true, id, request: request as unknown as EmbedRequest };
}

/** Milliseconds, of what {@link readRequest} has let pass as a time. */
export function msOf(value: unknown): number | undefined {
  if (typeof value === 'string') return value.length > 30 ? undefined : timeOf(value);
  return typeof value === 'number' ? timeOf(`${Math.round(value * 1_000) / 1_000}ms`) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string =>
  (typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? String(value)
      : typeof value
  ).slice(0, 40);

/** JSON's kinds of values only, not too deep and not too many, and no name that reaches for prototypes. */
function isPlainObject(value: unknown): boolean {
  if (!isRecord(value)) return false;
  let parts = 0;
  const isPlain = (part: unknown, depth: number): boolean => {
    if (depth > MOST_DEPTH || ++parts > MOST_PARTS) return false;
    if (part === null || typeof part === 'boolean' || typeof part === 'string') return true;
    if (typeof part === 'number') return Number.isFinite(part);
    if (Array.isArray(part)) return part.every((each) => isPlain(each, depth + 1));
    if (typeof part !== 'object' || Object.getPrototypeOf(part) !== Object.prototype) return false;
    return Object.entries(part).every(
      ([name, each]) => !DANGEROUS.has(name) && isPlain(each, depth + 1),
    );
  };
  return isPlain(value, 0);
}
