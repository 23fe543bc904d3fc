/** Changing a single value of a lab file from outside: `--set PATH=VALUE` and its like. */
import { parseDocument } from 'yaml';
import { isMapping, type Mapping } from './intrinsics.ts';
import { type Path, pathText } from './labError.ts';
import { didYouMean } from './nearest.ts';
import type { Template } from './template.ts';

/** Steps of `Metadata.Shardscope.Traffic[0].PerSecond`; a place may be written `.0` as well. */
export function parsePath(text: string): Path {
  return text
    .replace(/\[(\d+)\]/gu, '.$1')
    .split('.')
    .map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
}

/**
 * Sets `PATH=VALUE` in a template; the value is YAML. Everything on the way has to exist, but for the
 * free section `Metadata.Shardscope`, whose reader knows its own keys.
 * @returns a sentence when it cannot be done.
 */
export function applySetting(template: Template, setting: string): string | undefined {
  const equals = setting.indexOf('=');
  if (equals <= 0) return `${setting} is not a setting; PATH=VALUE is expected.`;
  const path = parsePath(setting.slice(0, equals));
  const document = parseDocument(setting.slice(equals + 1));
  if (document.errors.length > 0) return `The value of ${setting} cannot be read as YAML.`;
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? '';
  let holder: unknown = template.value;
  for (const [depth, step] of path.entries()) {
    const done = path.slice(0, depth);
    if (step === '__proto__' || step === 'constructor' || step === 'prototype') {
      return `${pathText(path)} is not a path in a lab file.`;
    }
    if (depth === path.length - 1) return assign(holder, step, value, done);
    const inside = member(holder, step);
    if (inside !== undefined && inside !== null) holder = inside;
    else if (isMapping(holder) && isFree(path.slice(0, depth + 1))) {
      holder[step] = {};
      holder = holder[step];
    } else return missing(holder, step, done);
  }
  return undefined;
}

const isFree = (path: Path): boolean =>
  path[0] === 'Metadata' && (path.length === 1 || path[1] === 'Shardscope');

function member(holder: unknown, step: string | number): unknown {
  if (Array.isArray(holder)) return typeof step === 'number' ? holder[step] : undefined;
  return isMapping(holder) && Object.hasOwn(holder, step) ? holder[step] : undefined;
}

function assign(
  holder: unknown,
  step: string | number,
  value: unknown,
  done: Path,
): string | undefined {
  if (Array.isArray(holder)) {
    if (typeof step !== 'number' || step > holder.length) return missing(holder, step, done);
    holder[step] = value;
  } else if (isMapping(holder)) {
    (holder as Mapping)[step] = value;
  } else return missing(holder, step, done);
  return undefined;
}

function missing(holder: unknown, step: string | number, done: Path): string {
  const where = done.length === 0 ? 'The template' : pathText(done);
  const known = isMapping(holder) ? Object.keys(holder) : [];
  return `${where} has no ${step}${didYouMean(String(step), known) || '.'}`;
}
