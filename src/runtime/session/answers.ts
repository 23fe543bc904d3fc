/** Answers to what can be asked without moving anything. */
import type { Simulation } from '../../engine/index.ts';
import { linkCommands } from '../../lab/link/linkCommands.ts';
import { commandLog } from '../../projections/commandLog.ts';
import { packCommands } from '../../projections/packedCommands.ts';
import type { History } from '../history/history.ts';
import type { Request } from '../messages.ts';
import type { Frames } from './frames.ts';
import type { AskedPictures } from './pictures.ts';
import type { SessionSurroundings } from './sessionSurroundings.ts';

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
      | 'linkCommands'
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

type Told = Extract<
  Question,
  { do: 'inspect' | 'search' | 'code' | 'why' | 'life' | 'story' | 'report' | 'measures' }
>;

export async function answerTo(
  question: Question,
  history: History,
  frames: Frames,
  { pictures, askedPictures }: Pick<SessionSurroundings, 'pictures' | 'askedPictures'>,
): Promise<unknown> {
  const { simulation, furthest } = history;
  const { world } = simulation;
  switch (question.do) {
    case 'log':
      return frames.olderLines(question.before, question.count);
    case 'logBetween':
      return frames.linesBetween(question.from, question.to, question.count);
    case 'timeline':
      return pictures.timeline(world, { ...question.query, until: furthest });
    case 'items':
      return pictures.items(world, question.table, question.contains);
    case 'given':
      return packCommands(history.commands.slice(0, history.applied));
    case 'linkCommands':
      return linkCommands(history.commands.slice(0, history.applied));
    case 'commandLog':
      return commandLog(world);
    default:
      return told(question, simulation, await askedPictures());
  }
}

function told(question: Told, simulation: Simulation, pictures: AskedPictures): unknown {
  const { world } = simulation;
  switch (question.do) {
    case 'inspect':
      return pictures.inspect(world, question.selection);
    case 'search':
      return pictures.search(world, question.target, question.words);
    case 'code':
      return pictures.code(world, question.function);
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
  }
}
