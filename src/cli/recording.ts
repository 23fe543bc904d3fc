/** What clients have asked a lab for, kept as a lab file that replays it. */
import { renameSync, writeFileSync } from 'node:fs';
import type { Simulation } from '../engine/index.ts';
import { type GivenCommand, writeLab } from '../lab/writing/writeLab.ts';

export class Recording {
  private readonly simulation: Simulation;
  private readonly file: string;
  private readonly given: GivenCommand[] = [];
  /** Commands of the lab that have been looked at, those of its file included. */
  private known: number;
  private isWritten = false;

  constructor(simulation: Simulation, file: string) {
    this.simulation = simulation;
    this.file = file;
    this.known = simulation.world.commands.length;
  }

  /** Takes down what has been asked for at the present instant. To be called after every request. */
  note(): void {
    const { commands } = this.simulation.world;
    for (; this.known < commands.length; this.known++) {
      this.given.push({ atMs: this.simulation.now / 1_000, command: commands.get(this.known) });
      this.isWritten = false;
    }
  }

  /** Writes the file whole, if there is anything new. */
  write(): void {
    if (this.isWritten) return;
    const { definition } = this.simulation.world;
    const untilMs = Math.max(definition.untilMs, Math.ceil(this.simulation.now / 1_000));
    writeFileSync(`${this.file}.part`, writeLab({ ...definition, untilMs }, this.given));
    renameSync(`${this.file}.part`, this.file);
    this.isWritten = true;
  }
}
