/** Answers to what can be asked without moving anything. */
import type { Simulation } from '../engine/index.ts';
import { commandLog } from '../projections/commandLog.ts';
import type { Frames } from './frames.ts';
import type { Request } from './messages.ts';
import type { Pictures } from './pictures.ts';

export type Question = Extract<
  Request,
  {
    do:
      | 'inspect'
      | 'log'
      | 'logBetween'
      | 'timeline'
      | 'items'
      | 'given'
      | 'search'
      | 'report'
      | 'commandLog';
  }
>;

export function answerTo(
  question: Question,
  simulation: Simulation,
  frames: Frames,
  pictures: Pictures,
): unknown {
  const { world } = simulation;
  const { furthest } = frames;
  switch (question.do) {
    case 'inspect':
      return pictures.inspect(world, question.selection);
    case 'log':
      return frames.olderLines(question.before, question.count);
    case 'logBetween':
      return frames.linesBetween(question.from, question.to, question.count);
    case 'timeline':
      return pictures.timeline(world, { ...question.query, until: furthest });
    case 'items':
      return pictures.items(world, question.table, question.contains);
    case 'search':
      return pictures.search(world, question.target, question.words);
    case 'report':
      return pictures.report(simulation);
    case 'commandLog':
      return commandLog(world);
  }
}
