/** An embed come to life: the lab, its stage, its caption and its controls; and what a page asks of it. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { ENGINE_VERSION } from '../../engine/index.ts';
import type { PosterTheme } from '../../projections/poster/posterColours.ts';
import type { LogLine, Scene } from '../../projections/scene.ts';
import { onFrame, requestFrame } from '../../view/frameLoop.ts';
import { embedWords as words } from '../embedWords.ts';
import { type EmbedMessage, type EmbedRequest, msOf } from '../protocol.ts';
import { htmlElement } from '../svg.ts';
import type { EmbedWishes } from '../wishes.ts';
import { LabControls, TimeControls } from './controls.ts';
import { EmbedLab } from './embedLab.ts';
import { focusScene } from './focusScene.ts';
import { StageView } from './stageView.ts';
import { withScan } from './withScan.ts';

/** How a live embed finds labs: those that come with it, and the reader of all others. */
export interface LabShelf {
  definitions: Readonly<Record<string, SimulationDefinition>>;
  /** Reads a link or a file; loads the reader first. @throws Error with a sentence. */
  read(
    wanted: { link: string } | { text: string },
  ): Promise<{ definition: SimulationDefinition; notes: readonly string[] }>;
}

export interface EmbedSurroundings {
  root: HTMLElement;
  wishes: EmbedWishes;
  theme: PosterTheme;
  /** Tells the page around. */
  say(message: EmbedMessage): void;
  /** Shows a sentence. */
  note(text: string): void;
}

const TICK_EVERY_MS = 250;
const JOURNAL_LINES = 200;
const LOG_LINES = 20;

export class LiveEmbed {
  private readonly lab: EmbedLab;
  private readonly stage = new StageView();
  private readonly caption = htmlElement('div', { class: 'caption' });
  private readonly title = htmlElement('h1');
  private readonly detail = htmlElement('p');
  private readonly log = htmlElement('div', {
    class: 'visually-hidden',
    role: 'log',
    'aria-label': words.log,
    'aria-live': 'off',
  });
  private readonly window = htmlElement('div', { class: 'stage' }, this.stage.element);
  private readonly times: TimeControls;
  private readonly switches: LabControls;
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly around: EmbedSurroundings;
  private readonly shelf: LabShelf;
  private opened: SimulationDefinition | null = null;
  private labName = '';
  private tickedMs = 0;
  private shown: Scene | null = null;
  private shownOf: Scene | null = null;

  constructor(around: EmbedSurroundings, shelf: LabShelf) {
    this.around = around;
    this.shelf = shelf;
    this.lab = new EmbedLab({
      changed: requestFrame,
      happened: (lines, skipped) => this.tell(lines, skipped),
      failed: (error) => this.fail(error),
    });
    this.times = new TimeControls(this.lab, wholePage());
    this.switches = new LabControls({
      command: (command) =>
        void this.lab.command(command).catch((e: Error) => this.fail(e.message)),
    });
    this.stage.restyle(around.theme);
  }

  /** Opens what the address names and takes the picture's place. @throws Error with a sentence. */
  async start(): Promise<void> {
    const { root, wishes } = this.around;
    const { link, lab, atMs = 0 } = wishes;
    if (wishes.speed !== undefined) this.lab.speed = wishes.speed;
    await this.open(link === undefined ? { lab } : { link }, atMs, wishes.seed);
    this.caption.append(this.title, this.detail);
    const parts: HTMLElement[] = [this.caption, this.window];
    if (wishes.controls !== 'none') parts.push(this.times.element);
    if (wishes.controls === 'full') parts.push(this.switches.element);
    root.replaceChildren(...parts, this.log);
    new ResizeObserver(() => this.measure()).observe(this.window);
    this.measure();
    onFrame('clock', (nowMs) => this.lab.tick(nowMs));
    onFrame('paint', (nowMs) => this.paint(nowMs));
    if (wishes.autoplay && !this.motion.matches) this.lab.play();
  }

  restyle(theme: PosterTheme): void {
    this.stage.restyle(theme);
    requestFrame();
  }

  get ready(): EmbedMessage {
    const title = this.opened?.title ?? '';
    return { is: 'ready', lab: this.labName, title, engineVersion: ENGINE_VERSION, live: true };
  }

  /** Does what a page asks. @throws Error with a sentence, AWS's own where there is one. */
  async handle(request: EmbedRequest): Promise<void> {
    const { lab } = this;
    switch (request.do) {
      case 'hello':
        return this.around.say(this.ready);
      case 'load':
        await this.open(request, msOf(request.at) ?? 0, request.seed);
        return this.around.say(this.ready);
      case 'play':
        if (request.speed !== undefined) lab.speed = request.speed;
        return lab.play();
      case 'pause':
        return lab.pause();
      case 'seek':
        await lab.seek(msOf(request.to)! * 1_000);
        return this.tick();
      case 'step': {
        await lab.step();
        const caption = lab.scene?.caption.title ?? '';
        return this.around.say({ is: 'step', at: lab.at / 1_000, caption });
      }
      case 'command':
        return lab.command({ call: request.call, input: request.input });
      case 'fault': {
        const { do: _, on, kind, target, ...more } = request;
        const call = on ? 'shardscope:StartFault' : 'shardscope:StopFault';
        return lab.command({ call, input: { kind, target, ...more } });
      }
      case 'reset':
        if (this.opened === null) throw new Error(words.notReady);
        return lab.open({ ...this.opened, seed: request.seed ?? this.opened.seed }, 0);
    }
  }

  private async open(
    wanted: { lab?: string; link?: string; text?: string },
    atMs: number,
    seed: number | undefined,
  ): Promise<void> {
    const { compare, focus } = this.around.wishes;
    const definition = await this.find(wanted);
    if (definition.functions.some(({ code }) => code !== undefined)) {
      throw new Error(words.hasCode);
    }
    const opened = {
      ...(compare ? withScan(definition) : definition),
      ...(seed !== undefined && { seed }),
    };
    await this.lab.open(opened, atMs);
    this.opened = opened;
    this.labName = wanted.lab ?? '';
    document.title = opened.title;
    const { scene } = this.lab;
    if (focus !== undefined && scene !== null && focusScene(scene, focus) === scene) {
      this.around.note(words.noFocus(focus));
    }
  }

  private async find(wanted: {
    lab?: string;
    link?: string;
    text?: string;
  }): Promise<SimulationDefinition> {
    const { definitions, read } = this.shelf;
    if (wanted.link === undefined && wanted.text === undefined) {
      const id = wanted.lab ?? '';
      if (Object.hasOwn(definitions, id)) return definitions[id]!;
      throw new Error(words.unknownLab(id, Object.keys(definitions)));
    }
    const { link, text = '' } = wanted;
    const found = await read(link === undefined ? { text } : { link });
    for (const note of found.notes) this.around.note(note);
    return found.definition;
  }

  private measure(): void {
    const { clientWidth, clientHeight } = this.window;
    this.stage.resize(clientWidth, clientHeight);
    this.around.say({ is: 'resize', height: document.documentElement.scrollHeight });
    requestFrame();
  }

  private paint(nowMs: number): undefined {
    const { lab } = this;
    const { scene } = lab;
    if (scene === null) return;
    if (scene !== this.shownOf) {
      this.shownOf = scene;
      this.shown = focusScene(scene, this.around.wishes.focus);
      this.drawWords(scene);
    }
    this.stage.draw(this.shown!, this.motion.matches ? [] : lab.flights, lab.at);
    this.times.draw();
    if (nowMs - this.tickedMs >= TICK_EVERY_MS || !lab.isPlaying) this.tick(nowMs);
  }

  private drawWords(scene: Scene): void {
    const { title, detail, tone } = scene.caption;
    if (this.title.textContent !== title) this.title.textContent = title;
    if (this.detail.textContent !== detail) this.detail.textContent = detail;
    this.caption.dataset.tone = tone;
    if (this.opened !== null) this.switches.draw(scene, this.opened);
  }

  private tick(nowMs = performance.now()): void {
    this.tickedMs = nowMs;
    const { at, isPlaying: playing, speed } = this.lab;
    this.around.say({ is: 'tick', at: at / 1_000, playing, speed });
  }

  private tell(lines: readonly LogLine[], skipped: number): void {
    const told = lines.slice(-JOURNAL_LINES).map(({ at, text }) => ({ at: at / 1_000, text }));
    const left = lines.length - told.length + skipped;
    this.around.say({ is: 'journal', lines: told, skipped: left });
    for (const { text } of told.slice(-LOG_LINES)) this.log.append(htmlElement('p', {}, text));
    while (this.log.childElementCount > LOG_LINES) this.log.firstElementChild!.remove();
  }

  private fail(error: string): void {
    this.around.note(error || words.stopped);
    this.around.say({ is: 'error', error: error || words.stopped });
  }
}

/** The page itself, beside the embed's own, with what the embed was asked to show. */
function wholePage(): string {
  const kept = ['lab', 'link', 'seed', 'at', 'speed', 'theme'];
  const given = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) given.set(name, value);
  for (const name of [...given.keys()]) if (!kept.includes(name)) given.delete(name);
  return `${new URL('./', location.href).href.replace(/[?#].*$/u, '')}#${given}`;
}
