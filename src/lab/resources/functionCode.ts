/** A function's code: in the template itself, or in the files of its folder. Rules: [L11]. */
import { type FunctionCode, languageOf } from '../../engine/functionCode.ts';
import { isMapping, Symbolic } from '../intrinsics.ts';
import type { Lab } from '../lab.ts';
import type { Members } from '../members.ts';

/** Files that a function can be made of, by their path from the template's folder. */
export type LabFiles = Readonly<Record<string, string>>;

/** What a written lab holds in place of effects, which CloudFormation knows nothing of. */
export const STAND_IN = 'exports.handler = async (event) => console.log(event.Records.length);\n';

const EXTENSION = { JavaScript: 'js', Python: 'py' } as const;

/** Reads what a function runs; `idleCode` says why there is nothing to run. */
export function readCode(id: string, from: Members, lab: Lab): FunctionCode | undefined {
  const runtime = from.text('Runtime', '');
  const handler = from.text('Handler', '');
  const inline = textOf(from.raw('InlineCode')?.value) ?? zipFileOf(from);
  const uri = textOf(from.raw('CodeUri')?.value) ?? textOf(from.raw('Code')?.value);
  from.ignore('PackageType', 'ImageUri');
  if (inline === STAND_IN) return undefined;
  if (inline === undefined && uri === undefined) {
    if (['Code', 'CodeUri', 'ImageUri'].some((name) => from.has(name))) {
      lab.idleCode.set(id, 'its code is not in the template or its folder, so it only logs.');
    }
    return undefined;
  }
  const language = languageOf(runtime);
  if (language === null) {
    const what = runtime === '' ? 'code without a Runtime' : `code for ${runtime}`;
    lab.idleCode.set(id, `${what} is not run, only Node.js and Python; so it only logs.`);
    return undefined;
  }
  const files =
    inline === undefined
      ? filesUnder(uri!, lab.files)
      : { [`index.${EXTENSION[language]}`]: inline };
  if (Object.keys(files).length === 0) {
    lab.idleCode.set(id, `there are no files for its CodeUri ${uri}, so it only logs.`);
    return undefined;
  }
  return { runtime, handler: handler || 'index.handler', files, environment: variablesOf(from) };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function zipFileOf(from: Members): string | undefined {
  const code = from.raw('Code')?.value;
  return isMapping(code) ? textOf(code.ZipFile) : undefined;
}

function filesUnder(uri: string, files: LabFiles): Record<string, string> {
  const folder = uri.replace(/^\.\//u, '').replace(/\/$/u, '');
  const prefix = folder === '' || folder === '.' ? '' : `${folder}/`;
  const own: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    if (path === folder) own[path.split('/').at(-1)!] = text;
    else if (path.startsWith(prefix)) own[path.slice(prefix.length)] = text;
  }
  return own;
}

function variablesOf(from: Members): Record<string, string> {
  const variables = from.mapping('Environment').raw('Variables')?.value;
  if (!isMapping(variables)) return {};
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      name,
      value instanceof Symbolic ? value.text : String(value),
    ]),
  );
}
