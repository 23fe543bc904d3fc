/** The controls of an embed: time, and for `full` what breaks and writes. Plain elements, no library. */
import type { Command, FaultKind, SimulationDefinition } from '../../engine/definition.ts';
import type { AttributeMap } from '../../engine/item/attributeValue.ts';
import { faultSwitches } from '../../projections/scene/cardParts.ts';
import type { FunctionCard, Scene } from '../../projections/scene/scene.ts';
import { spanText } from '../../projections/spanText.ts';
import { stageWords } from '../../projections/words/stageWords.ts';
import { embedWords as words } from '../embedWords.ts';
import { htmlElement } from '../svg.ts';
import type { EmbedLab } from './embedLab.ts';

const SPEEDS = [0.05, 0.1, 0.25, 1, 5, 20, 100, 1_000];
/** The slider's end lies at least so far, microseconds. */
const LEAST_SPAN = 30e6;
/** What traffic is set to where the lab has none of its own. */
const USUAL_RATE = 3;

/** What an embed's controls can do about a lab. */
export interface ControlActions {
  command(command: Command): void;
  /** The key of the item that a function is to fail on. */
  latestKey(): AttributeMap | null;
}

export class TimeControls {
  readonly element: HTMLElement;
  private readonly play: HTMLButtonElement;
  private readonly slider: HTMLInputElement;
  private readonly clock = htmlElement('output', { class: 'clock' });
  private readonly speed: HTMLSelectElement;
  private readonly lab: EmbedLab;

  /** @param link the same lab on the whole page. */
  constructor(lab: EmbedLab, link: string) {
    this.lab = lab;
    this.play = button(words.play, () => (lab.isPlaying ? lab.pause() : lab.play()));
    const step = button(words.step, () => void lab.step().catch(() => {}));
    this.slider = htmlElement('input', {
      type: 'range',
      min: '0',
      step: '1000',
      'aria-label': words.instant,
    });
    this.slider.addEventListener('input', () => {
      void lab.seek(Number(this.slider.value)).catch(() => {});
    });
    this.speed = htmlElement('select', { 'aria-label': words.speed });
    for (const speed of SPEEDS) this.addSpeed(speed);
    this.speed.addEventListener('change', () => {
      lab.speed = Number(this.speed.value);
    });
    const open = htmlElement('a', { href: link, target: '_blank', rel: 'noopener' }, words.open);
    this.element = htmlElement(
      'div',
      { class: 'controls', role: 'group', 'aria-label': words.controls },
      ...[this.play, step, this.slider, this.clock, this.speed, open],
    );
  }

  /** @param isHeld time cannot be moved; the way to the whole page stays. */
  hold(isHeld: boolean): void {
    for (const control of this.element.querySelectorAll('button, input, select')) {
      control.toggleAttribute('disabled', isHeld);
    }
  }

  draw(): void {
    const { lab } = this;
    this.play.textContent = lab.isPlaying ? words.pause : words.play;
    this.slider.max = String(Math.max(LEAST_SPAN, lab.furthest));
    if (document.activeElement !== this.slider || lab.isPlaying) this.slider.value = String(lab.at);
    const says = spanText(lab.at / 1_000);
    this.slider.setAttribute('aria-valuetext', says);
    if (this.clock.textContent !== says) this.clock.textContent = says;
    if (!SPEEDS.includes(lab.speed)) this.addSpeed(lab.speed);
    this.speed.value = String(lab.speed);
  }

  private addSpeed(speed: number): void {
    if ([...this.speed.options].some(({ value }) => value === String(speed))) return;
    this.speed.append(htmlElement('option', { value: String(speed) }, words.speedOf(speed)));
  }
}

/** Switches for each function's faults and each table's traffic. */
export class LabControls {
  readonly element = htmlElement('div', { class: 'controls' });
  private readonly actions: ControlActions;
  private shape = '';
  private switches: { button: HTMLButtonElement; isOn(scene: Scene): boolean }[] = [];

  constructor(actions: ControlActions) {
    this.actions = actions;
  }

  draw(scene: Scene, definition: SimulationDefinition): void {
    const shape = scene.cards.map(({ id }) => id).join(' ');
    if (shape !== this.shape) {
      this.shape = shape;
      this.build(scene, definition);
    }
    for (const { button, isOn } of this.switches) {
      button.setAttribute('aria-pressed', String(isOn(scene)));
    }
  }

  private build(scene: Scene, definition: SimulationDefinition): void {
    this.switches = [];
    const groups: HTMLElement[] = [];
    for (const card of scene.cards) {
      if (card.type === 'function') groups.push(this.faultsOf(card));
      if (card.type === 'writers') groups.push(this.trafficOf(card.table, card.title, definition));
    }
    this.element.replaceChildren(...groups);
  }

  private faultsOf({ logicalId, title }: FunctionCard): HTMLElement {
    const group = htmlElement(
      'div',
      { role: 'group', class: 'faults', 'aria-label': words.breaks(title) },
      title,
    );
    for (const kind of faultSwitches) {
      const name = stageWords.faultLabels[kind] ?? kind;
      const isOn = ({ cards }: Scene): boolean =>
        cards.some(
          (card) =>
            card.type === 'function' &&
            card.logicalId === logicalId &&
            card.faults.some((fault) => fault.kind === kind),
        );
      group.append(
        this.switch(name, isOn, (on) => ({
          call: on ? 'shardscope:StartFault' : 'shardscope:StopFault',
          input: on
            ? { kind, target: logicalId, ...this.detailsOf(kind) }
            : { kind, target: logicalId },
        })),
      );
    }
    return group;
  }

  /** Poison strikes the item that was written last, as on the whole page. */
  private detailsOf(kind: FaultKind): Record<string, unknown> {
    if (kind === 'Poison') return { match: this.actions.latestKey() ?? {} };
    return { probability: 1, ...(kind === 'Slow' && { factor: 10 }) };
  }

  private trafficOf(table: string, title: string, definition: SimulationDefinition): HTMLElement {
    const own = definition.traffic.find((traffic) => traffic.table === table)?.perSecond ?? 0;
    const isOn = ({ cards }: Scene): boolean =>
      cards.some(
        (card) => card.type === 'writers' && card.table === table && card.trafficPerSecond > 0,
      );
    const group = htmlElement('div', { role: 'group', 'aria-label': words.traffic(title) }, title);
    group.append(
      this.switch(stageWords.traffic(0), isOn, (on) => ({
        call: 'shardscope:SetTraffic',
        input: { table, perSecond: on ? own || USUAL_RATE : 0 },
      })),
    );
    return group;
  }

  private switch(
    name: string,
    isOn: (scene: Scene) => boolean,
    command: (on: boolean) => Command,
  ): HTMLButtonElement {
    const made = button(name, () => {
      this.actions.command(command(made.getAttribute('aria-pressed') !== 'true'));
    });
    this.switches.push({ button: made, isOn });
    return made;
  }
}

function button(name: string, act: () => void): HTMLButtonElement {
  const made = htmlElement('button', { type: 'button' }, name);
  made.addEventListener('click', act);
  return made;
}
