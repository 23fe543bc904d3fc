/** Reads labs where they are run, beside what the session does, and stops when nobody wants them any more. */
import type { LabRead, LabSource, LabWish } from '../labSource.ts';
import type { Voice } from './voice.ts';

export class LabReader {
  private readonly source: LabSource;
  private readonly voice: Pick<Voice, 'work'>;
  private readonly breathe: () => Promise<void>;
  private cancelled = 0;

  constructor(source: LabSource, voice: Pick<Voice, 'work'>, breathe: () => Promise<void>) {
    this.source = source;
    this.voice = voice;
    this.breathe = breathe;
  }

  /** Never rejects. */
  async read(wish: LabWish): Promise<LabRead> {
    const { cancelled } = this;
    const { ended, ...work } = this.voice.work('read', () => this.cancelled > cancelled);
    try {
      return await this.source(wish, { ...work, breathe: this.breathe });
    } finally {
      ended();
    }
  }

  /** Whatever is being read is not wanted any more. */
  cancel(): void {
    this.cancelled++;
  }
}
