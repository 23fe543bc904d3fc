/**
 * `<shard-scope lab="orders" at="12s" autoplay controls="minimal"></shard-scope>`: a still picture
 * first, the living lab when it is scrolled near or clicked. What stands between its tags is shown
 * where scripts do not run: put a picture there that links.
 *
 * Attributes are those of the embed's address (`lab link seed at speed autoplay controls theme focus
 * compare lesson step start`), and `src`, the address of `embed.html` where it is not beside this script; `picture`,
 * a still picture of your own; `height` and `width`, pixels. Events: `ready tick journal step error resize`.
 */
import { STILL_AT_MS, stillFile, stillShape } from '../projections/poster/stills.ts';
import { connect, type EventKind, type ShardscopeEmbed } from './client.ts';

const PASSED_ON = [
  'lab',
  'link',
  'seed',
  'at',
  'speed',
  'autoplay',
  'controls',
  'focus',
  'compare',
  'lesson',
  'step',
] as const;
/** Whatever has one of these is not what the pictures beside the page show. */
const NOT_AS_BUILT = ['link', 'seed', 'focus', 'compare', 'lesson'] as const;
const EVENTS: readonly EventKind[] = ['ready', 'tick', 'journal', 'step', 'error', 'resize'];
const USUAL_HEIGHT = 640;
const STYLE = `
:host { display: block; position: relative; overflow: hidden; max-width: 100%; }
:host([hidden]) { display: none; }
img { display: block; width: 100%; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
button { position: absolute; right: 16px; bottom: 16px; min-height: 36px; padding: 0 16px; border: 0;
  border-radius: 6px; background: #2456c7; color: #fff; font: 600 13px/1 system-ui, sans-serif; cursor: pointer; }
button:focus-visible { outline: 2px solid #2456c7; outline-offset: 2px; }
@media print { button { display: none; } }
`;

/** Where this script is from: `embed.html` is beside it. */
const ownAddress =
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript.src
    : document.querySelector<HTMLScriptElement>('script[src*="shard-scope"]')?.src;

export class ShardScopeElement extends HTMLElement {
  static readonly observedAttributes = [...PASSED_ON, 'theme', 'src', 'picture', 'height', 'width'];
  private readonly shadow = this.attachShadow({ mode: 'open' });
  private readonly dark = matchMedia('(prefers-color-scheme: dark)');
  private observer: IntersectionObserver | null = null;
  private frame: HTMLIFrameElement | null = null;
  private embed: ShardscopeEmbed | null = null;

  /** The line to the living lab; null while there is only a picture. */
  get lab(): ShardscopeEmbed | null {
    return this.embed;
  }

  connectedCallback(): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.shadow.adoptedStyleSheets = [sheet];
    this.dark.addEventListener('change', this.repaint);
    this.show();
  }

  disconnectedCallback(): void {
    this.dark.removeEventListener('change', this.repaint);
    this.end();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || !this.isConnected) return;
    if (name === 'theme' && this.frame !== null) this.frame.src = this.address();
    else if (name === 'height' || name === 'width') this.resize();
    else this.show();
  }

  /** Brings the picture to life, as a click on it does. @throws Error with a sentence. */
  async start(): Promise<ShardscopeEmbed> {
    if (this.embed !== null) return this.embed;
    this.observer?.disconnect();
    const frame = document.createElement('iframe');
    frame.title = `Shardscope: ${this.getAttribute('lab') ?? 'a lab'}`;
    frame.src = this.address();
    this.frame = frame;
    this.shadow.replaceChildren(frame);
    const embed = await connect(frame);
    this.embed = embed;
    for (const kind of EVENTS) {
      embed.on(kind, (detail) => this.dispatchEvent(new CustomEvent(kind, { detail })));
    }
    this.dispatchEvent(new CustomEvent('ready', { detail: embed.ready }));
    return embed;
  }

  private get base(): URL {
    return new URL(this.getAttribute('src') ?? 'embed.html', ownAddress ?? location.href);
  }

  /** The still picture, until it is time for more. */
  private show(): void {
    this.end();
    this.resize();
    const waits = this.getAttribute('start') === 'click';
    if (this.isAsBuilt || this.hasAttribute('picture')) {
      this.showPicture();
      if (!waits) this.whenNear();
    } else this.whenNear(); // the frame draws what no picture shows, and waits itself
  }

  private showPicture(): void {
    const picture = document.createElement('img');
    picture.alt = `Shardscope: a still picture of the lab ${this.getAttribute('lab') ?? ''}`;
    picture.loading = 'lazy';
    picture.addEventListener('error', () => picture.remove());
    const start = document.createElement('button');
    start.type = 'button';
    start.textContent = 'Start';
    start.addEventListener('click', () => void this.start().catch(this.fail));
    this.shadow.replaceChildren(picture, start);
    picture.src = this.picture();
  }

  private whenNear(): void {
    this.observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          void this.start().catch(this.fail);
        }
      },
      { rootMargin: '100px' },
    );
    this.observer.observe(this);
  }

  /** Of a lab whole, with its own seed, at the instant of the pictures. */
  private get isAsBuilt(): boolean {
    const at = this.getAttribute('at') ?? `${STILL_AT_MS / 1_000}s`;
    const other = NOT_AS_BUILT.some((name) => this.hasAttribute(name));
    return !other && at === `${STILL_AT_MS / 1_000}s`;
  }

  private end(): void {
    this.observer?.disconnect();
    this.embed?.close();
    this.embed = null;
    this.frame = null;
  }

  private picture(): string {
    const own = this.getAttribute('picture');
    if (own !== null) return own;
    const lab = this.getAttribute('lab') ?? 'orders';
    return new URL(stillFile(lab, this.theme(), stillShape(this.clientWidth)), this.base).href;
  }

  private theme(): 'light' | 'dark' {
    const theme = this.getAttribute('theme');
    if (theme === 'light' || theme === 'dark') return theme;
    return this.dark.matches ? 'dark' : 'light';
  }

  /** The embed's address; what it is to show stands in the fragment, where no server sees it. */
  private address(): string {
    const wishes = new URLSearchParams();
    for (const name of PASSED_ON) {
      const value = this.getAttribute(name);
      if (value !== null) wishes.set(name, value);
    }
    const isPicture = this.isAsBuilt || this.hasAttribute('picture');
    if (!isPicture && this.getAttribute('start') === 'click') wishes.set('start', 'click');
    wishes.set('theme', this.getAttribute('theme') ?? 'auto');
    wishes.set('parent', location.origin);
    const address = this.base;
    address.hash = String(wishes);
    return address.href;
  }

  /** The picture has the size of what takes its place, so that nothing around it moves. */
  private resize(): void {
    const [width, height] = ['width', 'height'].map((name) => Number(this.getAttribute(name)));
    this.style.width = width! > 0 ? `${width}px` : '';
    this.style.height = `${height! > 0 ? height : USUAL_HEIGHT}px`;
  }

  private readonly repaint = (): void => {
    const picture = this.shadow.querySelector('img');
    if (picture !== null) picture.src = this.picture();
  };

  private readonly fail = (error: Error): void => {
    this.dispatchEvent(new CustomEvent('error', { detail: { error: error.message } }));
  };
}

if (customElements.get('shard-scope') === undefined) {
  customElements.define('shard-scope', ShardScopeElement);
}
