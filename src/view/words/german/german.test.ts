import { expect, it } from 'vitest';
import { builtInLabs } from '../../../lab/builtIn/index.ts';
import { glossary, glossaryEntry } from '../../../lessons/glossary.ts';
import { ticksThatFit } from '../../../projections/geometry/ageAxis.ts';
import { speakGerman as speakOfHistories } from '../../../projections/words/german/speakGerman.ts';
import { speak } from '../../../projections/words/language.ts';
import { projectFiles, sourceFiles, stringOf, visit } from '../../../tidy/sourceTree.ts';
import { ticksUntil } from '../../timeline/timeScale.ts';
import { spokenTitle } from '../builtInLabs.ts';
import { builtInLab } from './builtInLabs.ts';
import { speakGerman } from './speakGerman.ts';

/** Words that hardly an English sentence does without, and that no German one has. */
const ENGLISH =
  /(?<![\p{L}\d_-])(the|and|of|its|with|that|which|from|has|have|are|is|not|no|to|by|it|be|at)(?![\p{L}\d_-])/iu;
/** A word in backquotes is a name, such as that of an attribute. */
const isEnglish = (text: string): boolean =>
  ENGLISH.test(text.replaceAll('Time to live', 'TTL').replace(/`[\w#]+`/gu, ''));

/** What is the same in every language: functions that say no words, what is part of a lab, and AWS's own words. */
const SAME = [
  'cardWords.repeatHurts',
  'effectWords.repeatHurts',
  'effectContentWords.subject',
  'effectContentWords.mail',
  'metricWords.value',
  'plotWords.value',
  'plotWords.tick',
  'stageWords.seenAndWaiting',
  'stopWords.canTell',
  'storyboardWords.count',
  'writingWords.conditionError',
];
const AWS_SAYS = 'ConditionalCheckFailedException: The conditional request failed';

type Said = string | ((...given: never[]) => unknown);

function saidIn(table: unknown, path: string): [place: string, said: Said][] {
  if (typeof table === 'string' || typeof table === 'function') return [[path, table as Said]];
  if (typeof table !== 'object' || table === null) return [];
  return Object.entries(table).flatMap(([name, part]) => saidIn(part, `${path}.${name}`));
}

/** What every table says now, by file and place. */
async function saidNow(): Promise<Map<string, Said>> {
  const found = new Map<string, Said>();
  for (const folder of ['src/projections/words', 'src/view/words']) {
    for (const path of projectFiles(folder)) {
      if (path.includes('/german/') || path.endsWith('.test.ts')) continue;
      const tables: object = await import(/* @vite-ignore */ `../../../../${path}`);
      for (const [name, table] of Object.entries(tables)) {
        if (!name.endsWith('Words')) continue;
        for (const [place, said] of saidIn(table, name)) found.set(`${path} ${place}`, said);
      }
    }
  }
  return found;
}

it('[U8] no sentence of a table stays English when the page speaks German, no rule’s either', async () => {
  const english = await saidNow();
  expect(english.size).toBeGreaterThan(1_500);
  const rules = [...english].filter(([place]) => place.includes(' ruleWords.'));
  expect(rules.length).toBeGreaterThan(100);
  speakOfHistories();
  speakGerman();
  const german = await saidNow();
  speak('en');
  const same = [...german].filter(([place, said]) => said === english.get(place));
  const left = same
    .filter(([, said]) => typeof said !== 'string' || isEnglish(said))
    .map(([place]) => place.split(' ')[1]!);
  expect(left.filter((place) => !SAME.includes(place))).toEqual([]);
  expect(rules.filter(([place, said]) => german.get(place) === said)).toEqual([]);
  expect(Object.keys(glossary).filter((term) => glossary[term]!.term === undefined)).toEqual([]);
  expect(glossaryEntry('Wassermarke')).toBe(glossaryEntry('watermarks'));
});

it('[U8] what a German table says is not English', () => {
  const tables = projectFiles('src').filter(
    (path) => /\/german\/|[gG]erman\.ts$/.test(path) && !path.endsWith('.test.ts'),
  );
  expect(tables.length).toBeGreaterThan(50);
  const left: string[] = [];
  for (const { path, syntax } of sourceFiles(...tables)) {
    visit(syntax, (node, parent) => {
      const text = parent?.type === 'Property' && parent.key === node ? null : stringOf(node);
      if (text !== null && text !== AWS_SAYS && isEnglish(text)) left.push(`${path}: ${text}`);
    });
  }
  expect(left).toEqual([]);
});

it('[U8] the axes of ages and of time begin in German', () => {
  speakOfHistories();
  speakGerman();
  expect(ticksThatFit({ fromX: 0, toX: 320 })[0]!.label).toBe('jetzt');
  expect(ticksUntil(60e6)[0]!.name).toBe('Anfang');
});

it('[U8] every lab that comes with the page has a title and a summary in German; what people name stays as it is', () => {
  const { titles, summaries } = builtInLab;
  for (const { id, title, summary } of builtInLabs) {
    expect(titles[id] ?? title, id).not.toBe(title);
    expect(summaries[id] ?? summary, id).not.toBe(summary);
  }
  expect(spokenTitle('My own lab')).toBe('My own lab');
});
