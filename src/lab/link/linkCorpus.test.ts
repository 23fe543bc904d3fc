import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION } from '../../engine/index.ts';
import { openWithCode } from '../../runtime/codeHost.ts';
import { builtInLabs } from '../builtIn/index.ts';
import { decodeLink } from './labLink.ts';
import { readLinkedLab } from './linkedLab.ts';

/** Links as they were made by a version: a file each, which is never changed again. */
interface Corpus {
  engineVersion: string;
  links: { lab: string; link: string }[];
}

const folder = new URL('corpus/', import.meta.url);
const corpora = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Corpus] as const,
);

describe.each(corpora)('[L20] the links of %s open for ever', (_name, { engineVersion, links }) => {
  it.each(links)('$lab', async ({ link }) => {
    const decoded = await decodeLink(link);
    if (!decoded.ok) throw new Error(decoded.error);
    const reading = readLinkedLab(decoded.link);
    if (!reading.ok) throw new Error(reading.errors[0]!.message);
    const hasRulesChanged = engineVersion !== ENGINE_VERSION;
    expect(reading.changes.some((change) => change.includes('rules'))).toBe(hasRulesChanged);
    expect(reading.definition.commands.length).toBeGreaterThan(0);
    const simulation = await openWithCode(reading.definition);
    expect(simulation.now).toBe(0);
  });
});

it('[L20] every built-in lab has a link that is to open for ever', () => {
  const known = new Set(corpora.flatMap(([, { links }]) => links.map(({ lab }) => lab)));
  expect(builtInLabs.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([]);
});
