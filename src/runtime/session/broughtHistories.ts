/** Histories that came with lab files stay where they were read: a hundred thousand commands need not go over the page. */

import type { LabRead } from '../labSource.ts';
import { words } from '../words.ts';
import type { BroughtHistory } from './foundLab.ts';
import type { RequestTo } from './sessionSurroundings.ts';
import type { Voice } from './voice.ts';

export class BroughtHistories {
  private number = 0;
  private history: BroughtHistory | null = null;

  /** @returns what the page is told of what was read. */
  keep(read: LabRead): LabRead {
    if (!read.ok || read.history === undefined) return read;
    const { history, ...rest } = read;
    this.history = history;
    return { ...rest, brought: ++this.number };
  }

  /** Gives what is to be opened the history that it came with; refuses it where another file was read since. */
  give(
    { brought, ...request }: RequestTo<'open'>,
    session: { receive(request: RequestTo<'open'>): void },
    voice: Pick<Voice, 'refuse'>,
  ): void {
    const { history } = this;
    if (brought === undefined) session.receive(request);
    else if (brought !== this.number || history === null)
      voice.refuse(request.id, words.historyGone);
    else session.receive({ ...request, history });
  }
}
