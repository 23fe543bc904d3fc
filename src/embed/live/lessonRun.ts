/** A lesson that is taken in an embed: its panel, and time that runs to the end of a step. */
import type { EmbeddedLesson } from '../../lessons/embeddedLesson.ts';
import type { EmbedLab } from './embedLab.ts';
import { LessonPanel } from './lessonPanel.ts';
import { wholePage } from './wholePage.ts';

export class LessonRun {
  readonly panel: LessonPanel;
  private readonly lab: EmbedLab;
  private readonly motion = matchMedia('(prefers-reduced-motion: reduce)');
  /** Where the step ends, microseconds, while time runs to it. */
  private destination: { at: number; arrived(): void } | null = null;

  constructor(lesson: EmbeddedLesson, lab: EmbedLab) {
    this.lab = lab;
    this.panel = new LessonPanel(lesson, {
      goTo: (at) => {
        this.destination = null;
        lab.pause();
        void lab.seek(at).catch(() => {});
      },
      runTo: (at, seconds, arrived) => this.runTo(at, seconds, arrived),
      pageOf: (step) => `${wholePage()}#lesson=${lesson.id}&step=${step}`,
    });
  }

  /** To be called at each frame: ends the run when the step has ended. */
  look(): void {
    if (this.destination === null || !this.lab.isPlaying) return;
    if (this.lab.at >= this.destination.at) this.arrive();
  }

  /** Plays up to an instant; where no motion is wanted it goes there at once. */
  private runTo(at: number, seconds: number, arrived: () => void): void {
    const { lab } = this;
    this.destination = { at, arrived };
    if (this.motion.matches || lab.at >= at) this.arrive();
    else {
      lab.speed = (at - lab.at) / 1e6 / seconds;
      lab.play();
    }
  }

  private arrive(): void {
    const { at, arrived } = this.destination!;
    this.destination = null;
    this.lab.pause();
    void this.lab.seek(at).then(arrived, () => {});
  }
}
