/**
 * Speaks with an embed from the page around it:
 *
 *     const lab = await connect(document.querySelector('iframe'));
 *     lab.on('tick', ({ at }) => console.log(at));
 *     await lab.seek('12s');
 *
 * The iframe's address must name this page's origin: `embed.html?lab=orders&parent=https://docs.example.com`.
 */
import {
  type EmbedMessage,
  type EmbedRequest,
  PROTOCOL_VERSION,
  type Sent,
  type Time,
} from './protocol.ts';

export type { EmbedMessage, EmbedRequest, Time } from './protocol.ts';

type MessageKind = EmbedMessage['is'];
/** What an event brings. */
export type EventOf<K extends MessageKind> = Omit<Extract<EmbedMessage, { is: K }>, 'is'>;
/** What can be listened to. */
export type EventKind = Exclude<MessageKind, 'answer'>;

/** An embed, as the page around it steers it. What it refuses rejects with its sentence. */
export interface ShardscopeEmbed {
  /** What it said when it was ready. */
  readonly ready: EventOf<'ready'>;
  load(lab: {
    lab?: string;
    link?: string;
    text?: string;
    seed?: number;
    at?: Time;
  }): Promise<void>;
  play(speed?: number): Promise<void>;
  pause(): Promise<void>;
  seek(to: Time): Promise<void>;
  step(): Promise<void>;
  /** In AWS's words, at the present instant: `command('dynamodb:PutItem', { TableName, Item })`. */
  command(call: string, input: Record<string, unknown>): Promise<void>;
  fault(fault: {
    kind: string;
    target: string;
    on: boolean;
    match?: Record<string, unknown>;
    factor?: number;
    probability?: number;
  }): Promise<void>;
  reset(seed?: number): Promise<void>;
  /** @returns ends the listening. */
  on<K extends EventKind>(kind: K, hear: (event: EventOf<K>) => void): () => void;
  /** Listens no more; what is still unanswered rejects. */
  close(): void;
}

export interface ConnectOptions {
  /** How long to wait for an embed that does not speak, milliseconds; 15,000 unless told. */
  timeoutMs?: number;
}

const HELLO_EVERY_MS = 250;

/** @throws Error with a sentence when the iframe is no embed, or one that does not know this page. */
export function connect(
  iframe: HTMLIFrameElement,
  { timeoutMs = 15_000 }: ConnectOptions = {},
): Promise<ShardscopeEmbed> {
  const address = new URL(iframe.src, location.href);
  const named =
    new URLSearchParams(address.hash.slice(1)).get('parent') ?? address.searchParams.get('parent');
  if (named !== location.origin) {
    const says = named === null ? 'names no parent' : `names the parent ${named}`;
    return Promise.reject(
      new Error(`The embed’s address ${says}; parent=${location.origin} is expected.`),
    );
  }
  const isOpaque = iframe.hasAttribute('sandbox') && !iframe.sandbox.contains('allow-same-origin');
  const line = new Line(iframe, isOpaque ? null : address.origin);
  return new Promise((resolve, reject) => {
    const hello = (): void => line.greet();
    const timer = setInterval(hello, HELLO_EVERY_MS);
    const patience = setTimeout(() => {
      clearInterval(timer);
      line.close();
      reject(new Error(`The embed has not spoken for ${timeoutMs / 1_000} s.`));
    }, timeoutMs);
    const end = line.on('ready', (ready) => {
      end();
      clearInterval(timer);
      clearTimeout(patience);
      resolve(embedOn(line, ready));
    });
    hello();
  });
}

function embedOn(line: Line, ready: EventOf<'ready'>): ShardscopeEmbed {
  return {
    ready,
    load: (lab) => line.ask({ ...lab, do: 'load' }),
    play: (speed) => line.ask(speed === undefined ? { do: 'play' } : { do: 'play', speed }),
    pause: () => line.ask({ do: 'pause' }),
    seek: (to) => line.ask({ do: 'seek', to }),
    step: () => line.ask({ do: 'step' }),
    command: (call, input) => line.ask({ do: 'command', call, input }),
    fault: (fault) => line.ask({ ...fault, do: 'fault' }),
    reset: (seed) => line.ask(seed === undefined ? { do: 'reset' } : { do: 'reset', seed }),
    on: (kind, hear) => line.on(kind, hear),
    close: () => line.close(),
  };
}

/** The way to one frame and back: only its window and its origin are heard. */
class Line {
  private readonly iframe: HTMLIFrameElement;
  /** Null: of a sandboxed frame, which has none. */
  private readonly origin: string | null;
  private nextId = 1;
  private readonly pending = new Map<number, { resolve(): void; reject(error: Error): void }>();
  private readonly listeners = new Map<string, Set<(event: never) => void>>();

  constructor(iframe: HTMLIFrameElement, origin: string | null) {
    this.iframe = iframe;
    this.origin = origin;
    window.addEventListener('message', this.hear);
  }

  /** An opaque origin cannot be named as a target; its window is checked on the way back. */
  post(request: EmbedRequest, id: number): void {
    const message = { ...request, shardscope: PROTOCOL_VERSION, id };
    this.iframe.contentWindow?.postMessage(message, this.origin ?? '*');
  }

  /** Says nothing but the version, and so to whoever is there: as long as the frame is empty it has no origin to be named. */
  greet(): void {
    const message = { do: 'hello', shardscope: PROTOCOL_VERSION, id: 0 };
    this.iframe.contentWindow?.postMessage(message, '*');
  }

  ask(request: EmbedRequest): Promise<void> {
    const id = this.nextId++;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.post(request, id);
    });
  }

  on<K extends EventKind>(kind: K, hear: (event: EventOf<K>) => void): () => void {
    const those = this.listeners.get(kind) ?? new Set();
    this.listeners.set(kind, those.add(hear));
    return () => those.delete(hear);
  }

  close(): void {
    window.removeEventListener('message', this.hear);
    for (const { reject } of this.pending.values()) reject(new Error('The line was closed.'));
    this.pending.clear();
  }

  private readonly hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== this.iframe.contentWindow || origin !== (this.origin ?? 'null')) return;
    if (typeof data !== 'object' || data === null || data.shardscope !== PROTOCOL_VERSION) return;
    const message = data as Sent<EmbedMessage>;
    if (message.is === 'answer') {
      const asked = this.pending.get(message.to);
      this.pending.delete(message.to);
      if (message.ok) asked?.resolve();
      else asked?.reject(new Error(message.error ?? ''));
      return;
    }
    for (const hear of this.listeners.get(message.is) ?? []) hear(message as never);
  };
}
