/** Which places on the canvas have a label already, so that none is written over another. */

const CELL = { width: 8, height: 16 } as const;

export class LabelRoom {
  private columns = 0;
  private taken = new Uint8Array(0);
  private left = 0;
  private top = 0;

  /** All is free again. The room, in the stage's pixels. */
  clear(left: number, top: number, width: number, height: number): void {
    this.left = left;
    this.top = top;
    this.columns = Math.ceil(width / CELL.width) + 1;
    const cells = this.columns * (Math.ceil(height / CELL.height) + 2);
    if (this.taken.length === cells) this.taken.fill(0);
    else this.taken = new Uint8Array(cells);
  }

  /** Takes the place of a line of text from `x` on, `y` its middle. @returns false where another stands. */
  take(x: number, y: number, width: number): boolean {
    const { columns, taken } = this;
    const first = Math.max(0, Math.floor((x - this.left) / CELL.width));
    const last = Math.min(columns - 1, Math.floor((x + width - this.left) / CELL.width));
    const above = Math.floor((y - this.top - CELL.height / 2) / CELL.height) + 1;
    const below = Math.floor((y - this.top + CELL.height / 2) / CELL.height) + 1;
    for (let row = above; row <= below; row += 1) {
      const from = row * columns;
      for (let at = from + first; at <= from + last; at += 1) if (taken[at] === 1) return false;
    }
    for (let row = above; row <= below; row += 1) {
      taken.fill(1, row * columns + first, row * columns + last + 1);
    }
    return true;
  }
}
