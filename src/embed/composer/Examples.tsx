import { createElement, useEffect, useId, useRef, useState } from 'react';
import { connect, type EventKind, type ShardscopeEmbed } from '../client.ts';
import { loadScript } from '../scripts.ts';
import { composerWords as words } from './composerWords.ts';
import { servedFrom } from './Result.tsx';

const HEIGHT = 520;
/** Lines of what was heard last. */
const LINES = 8;

/** Embeds that run here as they would elsewhere, each beside the text that it takes. */
export function Examples() {
  const id = useId();
  return (
    <section className="embedding-examples" aria-labelledby={id}>
      <h2 id={id}>{words.examples}</h2>
      <p className="muted">{words.examplesAbout}</p>
      <ByAddress />
      <ByElement />
      <ByMessages />
    </section>
  );
}

function Example(props: {
  title: string;
  about: string;
  code: string;
  children: React.ReactNode;
  extra?: React.ReactNode;
}) {
  return (
    <article className="embedding-example">
      <div>
        <h3>{props.title}</h3>
        <p className="muted">{props.about}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and so must be reached */}
        <pre tabIndex={0}>{props.code}</pre>
        {props.extra}
      </div>
      <div>{props.children}</div>
    </article>
  );
}

function ByAddress() {
  const wishes = 'embed.html#lab=kinesis&at=30s&controls=none&start=click';
  const code = `<iframe src="${servedFrom()}${wishes}"\n  title="Shardscope: kinesis" width="100%" height="${HEIGHT}" loading="lazy" style="border:0"></iframe>`;
  return (
    <Example {...words.frame} code={code}>
      <iframe
        className="embedding-preview"
        title={words.frame.title}
        src={wishes}
        height={HEIGHT}
      />
    </Example>
  );
}

function ByElement() {
  const [heard, hear] = useHeard();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (customElements.get('shard-scope') === undefined)
      void loadScript('shard-scope.js').catch(() => {});
    const ending = new AbortController();
    for (const kind of ['ready', 'step', 'tick', 'error'] as const) {
      element.current?.addEventListener(
        kind,
        (event) => hear(kind, (event as CustomEvent).detail),
        ending,
      );
    }
    return () => ending.abort();
  }, [hear]);
  const code = `<script src="${servedFrom()}shard-scope.js"></script>\n<shard-scope lab="todos" at="12s" start="click" height="${HEIGHT}"></shard-scope>\n<script type="module">\n  document.querySelector('shard-scope')\n    .addEventListener('tick', ({ detail }) => console.log(detail.at));\n</script>`;
  const attributes = { lab: 'todos', at: '12s', start: 'click', height: HEIGHT };
  return (
    <Example
      {...words.element}
      code={code}
      extra={<Heard name={words.element.heard} lines={heard} />}
    >
      {createElement('shard-scope', { ref: element, ...attributes })}
    </Example>
  );
}

const PUT = { TableName: 'Orders', Item: { id: { S: 'from-the-page' }, status: { S: 'new' } } };
const FAULT = { kind: 'Error', target: 'OrderProcessor', on: true, probability: 1 };
const CALLS: Readonly<Record<keyof typeof words.calls, (lab: ShardscopeEmbed) => Promise<void>>> = {
  play: (lab) => lab.play(0.1),
  pause: (lab) => lab.pause(),
  seek: (lab) => lab.seek('30s'),
  step: (lab) => lab.step(),
  command: (lab) => lab.command('dynamodb:PutItem', PUT),
  fault: (lab) => lab.fault(FAULT),
  refused: (lab) => lab.command('dynamodb:Explode', {}),
  load: (lab) => lab.load({ lab: 'todos', at: '5s' }),
  reset: (lab) => lab.reset(),
};
const HEARD: readonly EventKind[] = ['ready', 'tick', 'journal', 'step', 'error', 'resize'];

function ByMessages() {
  const [heard, hear] = useHeard();
  const frame = useRef<HTMLIFrameElement>(null);
  const [lab, setLab] = useState<ShardscopeEmbed | null>(null);
  useEffect(() => {
    let embed: ShardscopeEmbed | null = null;
    void connect(frame.current!, { timeoutMs: 60_000 }).then(
      (connected) => {
        embed = connected;
        for (const kind of HEARD) connected.on(kind, (event) => hear(kind, event));
        setLab(connected);
      },
      ({ message }: Error) => hear('error', message),
    );
    return () => embed?.close();
  }, [hear]);
  const wishes = `embed.html#lab=orders&at=12s&start=click&parent=${location.origin}`;
  const ask = (name: keyof typeof CALLS): void => {
    CALLS[name](lab!).then(
      () => hear('answer', { ok: true }),
      ({ message }: Error) => hear('answer', message),
    );
  };
  const code = `<iframe id="lab" src="${servedFrom()}${wishes}"></iframe>\n<script type="module">\n  import { connect } from '${servedFrom()}shardscope-client.js';\n  const lab = await connect(document.querySelector('#lab'));\n  lab.on('tick', ({ at }) => console.log(at));\n  await lab.seek('30s');\n</script>`;
  return (
    <Example
      {...words.messages}
      code={code}
      extra={
        <>
          <fieldset className="embedding-calls" disabled={lab === null}>
            <legend className="visually-hidden">{words.asked}</legend>
            {Object.entries(words.calls).map(([name, text]) => (
              <button
                key={name}
                type="button"
                className="button mono"
                onClick={() => ask(name as keyof typeof CALLS)}
              >
                {text}
              </button>
            ))}
          </fieldset>
          <Heard name={words.messages.heard} lines={heard} />
        </>
      }
    >
      <iframe
        ref={frame}
        className="embedding-preview"
        title={words.messages.title}
        src={wishes}
        height={HEIGHT}
      />
    </Example>
  );
}

interface Line {
  number: number;
  text: string;
}

/** The last things heard, the newest last; a tick takes the place of the tick before it. */
function useHeard() {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [hear] = useState(() => (kind: string, detail: unknown): void => {
    const text = `${kind} ${JSON.stringify(detail)}`.slice(0, 160);
    setLines((before) => {
      const last = before.at(-1);
      const kept = kind === 'tick' && last?.text.startsWith('tick ') ? before.slice(0, -1) : before;
      return [...kept, { number: (last?.number ?? 0) + 1, text }].slice(-LINES);
    });
  });
  return [lines, hear] as const;
}

function Heard({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <div className="embedding-heard mono" role="log" aria-label={name} aria-live="off">
      {lines.map(({ number, text }) => (
        <p key={number}>{text}</p>
      ))}
    </div>
  );
}
