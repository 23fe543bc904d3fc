/** The lab that a link holds, checked as every lab file is: nothing in a link is trusted. */
import { ENGINE_VERSION } from '../../engine/index.ts';
import { builtInLab } from '../builtIn/index.ts';
import { durationText } from '../duration.ts';
import { isMapping } from '../intrinsics.ts';
import { type LabReading, readTemplate } from '../readLab.ts';
import { parseTemplate, type Template } from '../template.ts';
import type { GivenCommand } from '../writing/writeLab.ts';
import type { LabLink } from './labLink.ts';
import { checksum } from './linkText.ts';
import { linkWords } from './linkWords.ts';

export type LinkedLabReading = LabReading & {
  /** What differs from the day on which the link was made, a sentence each. */
  changes: string[];
};

/** Makes the link's commands a part of its lab, as `Metadata.Shardscope.Commands`, and reads it. */
export function readLinkedLab(link: LabLink): LinkedLabReading {
  const { lab, seed, commands, engineVersion } = link;
  const changes: string[] = [];
  if (engineVersion !== ENGINE_VERSION) {
    changes.push(linkWords.engineChanged(engineVersion, ENGINE_VERSION));
  }
  const text = 'text' in lab ? lab.text : builtInLab(lab.id)?.text;
  if (text === undefined) {
    const message = linkWords.unknownLab('id' in lab ? lab.id : '');
    return { ok: false, errors: [{ path: '', message, line: 1, column: 1 }], changes };
  }
  if ('id' in lab && lab.textChecksum !== checksum(text)) changes.push(linkWords.labChanged);
  const parsed = parseTemplate(text);
  if (!parsed.ok) return { ...parsed, changes };
  const reading = readTemplate(parsed.template);
  if (!reading.ok) return { ...reading, changes };
  const withCommands = readTemplate(withHistory(parsed.template, commands));
  if (!withCommands.ok) return { ...withCommands, changes };
  const definition = {
    ...reading.definition,
    ...(seed !== undefined && { seed }),
    commands: withCommands.definition.commands,
  };
  const layout = reading.layout ?? link.layout;
  return { ...reading, definition, changes, ...(layout && { layout }) };
}

/** The template with the commands as further `Metadata.Shardscope.Commands`. */
function withHistory(template: Template, commands: readonly GivenCommand[]): Template {
  if (commands.length === 0) return template;
  const { Metadata: metadata } = template.value;
  const section = isMapping(metadata) ? metadata.Shardscope : undefined;
  const own = isMapping(section) && Array.isArray(section.Commands) ? section.Commands : [];
  const given = commands.map(({ atMs, command: { call, input, immediate } }) => ({
    At: durationText(atMs),
    Call: call,
    Input: input,
    ...(immediate && { Immediate: true }),
  }));
  const shardscope = { ...(isMapping(section) ? section : {}), Commands: [...own, ...given] };
  const value = {
    ...template.value,
    Metadata: { ...(isMapping(metadata) ? metadata : {}), Shardscope: shardscope },
  };
  return { value, locate: template.locate };
}
