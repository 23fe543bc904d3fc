/** Answers to what can be asked without moving anything. */
import { commandLog } from '../projections/commandLog.ts';
import type { Frames } from './frames.ts';
import type { History } from './history/history.ts';
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
      | 'code'
      | 'report'
      | 'measures'
      | 'why'
      | 'life'
      | 'story'
      | 'commandLog';
  }
>;

export function answerTo(
  question: Question,
  history: History,
  frames: Frames,
  pictures: Pictures,
): unknown {
  const { simulation, furthest } = history;
  const { world } = simulation;
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
    case 'code':
      return pictures.code(world, question.function);
    case 'given':
      return history.commands.slice(0, history.applied);
    case 'why':
      return pictures.why(world, question.about, question.most);
    case 'life':
      return pictures.life(world, question.change, question.most);
    case 'story':
      return pictures.story(world, question.count);
    case 'report':
      return pictures.report(simulation);
    case 'measures':
      return pictures.measures(simulation);
    case 'commandLog':
      return commandLog(world);
  }
}
