/** An embed come to life: the lab, its stage, its caption and its controls; and what a page asks of it. */
import type { SimulationDefinition } from '../../engine/definition.ts';
import { ENGINE_VERSION, type Simulation } from '../../engine/index.ts';
import type { EmbeddedLesson } from '../../lessons/embeddedLesson.ts';
import type { PosterTheme } from '../../projections/poster/posterColours.ts';
import { STILL_AT_MS } from '../../projections/poster/stills.ts';
import type { LogLine, Scene } from '../../projections/scene/scene.ts';
import { languagesOf } from '../../runtime/codeLanguages.ts';
import { onFrame, requestFrame } from '../../view/frameLoop.ts';
import { embedWords as words } from '../embedWords.ts';
import { type EmbedMessage, type EmbedRequest, msOf } from '../protocol.ts';
import { htmlElement } from '../svg.ts';
import type { EmbedWishes } from '../wishes.ts';
import { LabControls, TimeControls } from './controls.ts';
import { EmbedLab } from './embedLab.ts';
import { focusScene } from './focusScene.ts';
import { LessonRun } from './lessonRun.ts';
import type { ReadLab } from './reader.ts';
import { StageView } from './stageView.ts';
import { sameOnPage } from './wholePage.ts';
import { withScan } from './withScan.ts';

/** How a live embed finds labs: those that come with it, and the reader of all others. */
export interface LabShelf {
  definitions: Readonly<Record<string, SimulationDefinition>>;
  /** Reads a link or a file; loads the reader first. @throws Error with a sentence. */
  read(wanted: { link: string } | { text: string }): Promise<ReadLab>;
  /** A lesson by its id. @throws Error with a sentence. */
  lesson(id: string): Promise<EmbeddedLesson>;
  /** Loads the sandbox first. @throws Error with a sentence. */
  hostJavaScript(simulation: Simulation): Promise<void>;
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

/** Lets a frame pass, or as long as one takes where none is drawn: out of sight, in a page behind others. */
const rest = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 50);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });

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
  private readonly window = htmlElement(
    'div',
    { class: 'stage', tabindex: '0' }, // it scrolls, and so must be reached
    this.stage.element,
  );
  private readonly times: TimeControls;
  private readonly switches: LabControls;
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly around: EmbedSurroundings;
  private readonly shelf: LabShelf;
  private opened: SimulationDefinition | null = null;
  private lesson: LessonRun | null = null;
  /** It has code that is not run here: it stands at its first instant. */
  private isStill = false;
  private labName = '';
  private tickedMs = 0;
  private shown: Scene | null = null;
  private shownOf: Scene | null = null;

  constructor(around: EmbedSurroundings, shelf: LabShelf) {
    this.around = around;
    this.shelf = shelf;
    this.lab = new EmbedLab(
      {
        changed: requestFrame,
        happened: (lines, skipped) => this.tell(lines, skipped),
        failed: (error) => this.fail(error),
      },
      async (simulation, languages) => {
        if (languages.has('JavaScript')) await this.shelf.hostJavaScript(simulation);
      },
    );
    this.times = new TimeControls(this.lab, sameOnPage());
    this.switches = new LabControls({
      command: (command) =>
        void this.lab.command(command).catch((e: Error) => this.fail(e.message)),
      latestKey: () => this.lab.latestKey(),
    });
    this.stage.restyle(around.theme);
  }

  /** Opens what the address names and takes the picture's place, standing still. @throws Error with a sentence. */
  async draw(): Promise<void> {
    const { root, wishes } = this.around;
    const { link, lab, lesson, atMs = STILL_AT_MS } = wishes;
    if (wishes.speed !== undefined) this.lab.speed = wishes.speed;
    if (lesson === undefined) {
      await this.open(link === undefined ? { lab } : { link }, atMs, wishes.seed);
    } else await this.openLesson(lesson);
    this.caption.append(this.title, this.detail);
    const still = root.querySelector('.still');
    root.replaceChildren(this.caption, this.window, this.log);
    if (still !== null) root.append(still); // it lies over the stage until that is drawn
    await rest();
    this.measure();
    const scene = this.lab.scene!;
    this.showScene(scene);
    await this.stage.build(this.shown!, rest);
    still?.remove();
    new ResizeObserver(() => this.measure()).observe(this.window);
    onFrame('paint', (nowMs) => this.paint(nowMs));
  }

  /** Lets it be used; afterwards `draw` is not called again. */
  begin(): void {
    const { root, wishes } = this.around;
    const parts: HTMLElement[] = [];
    if (wishes.controls !== 'none') parts.push(this.times.element);
    this.times.hold(this.isStill);
    if (wishes.controls === 'full' && !this.isStill) parts.push(this.switches.element);
    this.window.after(...parts);
    if (this.lesson !== null) {
      root.classList.add('with-lesson');
      root.prepend(this.lesson.panel.element);
    }
    onFrame('clock', (nowMs) => this.lab.tick(nowMs));
    if (wishes.autoplay && !this.motion.matches && !this.isStill) this.lab.play();
    this.measure();
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
    if (this.isStill && request.do !== 'hello' && request.do !== 'load') {
      throw new Error(words.hasPython);
    }
    switch (request.do) {
      case 'hello':
        return this.around.say(this.ready);
      case 'load':
        await this.open(request, msOf(request.at) ?? 0, request.seed);
        this.times.hold(this.isStill);
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
    const { definition, places } = await this.find(wanted);
    this.isStill = languagesOf(definition).has('Python');
    if (this.isStill) this.around.note(words.hasPython);
    const opened = {
      ...(compare ? withScan(definition) : definition),
      ...(seed !== undefined && { seed }),
    };
    await this.lab.open(opened, this.isStill ? 0 : atMs);
    this.stage.arrange(focus === undefined ? places : {}); // a part alone closes up
    this.opened = opened;
    this.labName = wanted.lab ?? '';
    document.title = opened.title;
    const { scene } = this.lab;
    if (focus !== undefined && scene !== null && focusScene(scene, focus) === scene) {
      this.around.note(words.noFocus(focus));
    }
  }

  private async openLesson({ id, step }: { id: string; step: number }): Promise<void> {
    const lesson = await this.shelf.lesson(id);
    this.lesson = new LessonRun(lesson, this.lab);
    const { begin } = this.lesson.panel.show(step - 1);
    await this.lab.open(lesson.definition, begin / 1_000);
    this.opened = lesson.definition;
    document.title = lesson.title;
  }

  private async find(wanted: { lab?: string; link?: string; text?: string }): Promise<ReadLab> {
    const { definitions, read } = this.shelf;
    if (wanted.link === undefined && wanted.text === undefined) {
      const id = wanted.lab ?? '';
      if (Object.hasOwn(definitions, id)) {
        return { definition: definitions[id]!, places: {}, notes: [] };
      }
      throw new Error(words.unknownLab(id, Object.keys(definitions)));
    }
    const { link, text = '' } = wanted;
    const found = await read(link === undefined ? { text } : { link });
    for (const note of found.notes) this.around.note(note);
    return found;
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
    if (scene !== this.shownOf) this.showScene(scene);
    this.lesson?.look();
    this.stage.draw(this.shown!, this.motion.matches ? [] : lab.flights, lab.at);
    this.times.draw();
    if (nowMs - this.tickedMs >= TICK_EVERY_MS || !lab.isPlaying) this.tick(nowMs);
  }

  private showScene(scene: Scene): void {
    this.shownOf = scene;
    this.shown = focusScene(scene, this.around.wishes.focus);
    this.drawWords(scene);
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
