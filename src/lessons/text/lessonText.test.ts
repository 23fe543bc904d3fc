/** A lesson as text: the course written and read again, and what is said of texts that are no lesson. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labErrorLine } from '../../lab/labError.ts';
import { checksum, pack } from '../../lab/link/linkText.ts';
import { course } from '../course.ts';
import { asLesson } from '../practice/practiceQuestion.ts';
import { loadPractice } from '../practice.ts';
import { conditionText, readCondition } from './conditionText.ts';
import { decodeLessonLink, encodeLessonLink } from './lessonLink.ts';
import type { LessonText } from './lessonText.ts';
import { readLesson } from './readLesson.ts';
import { takeText } from './takeText.ts';
import { writeLesson } from './writeLesson.ts';

function readAgain(lesson: LessonText): LessonText {
  const reading = readLesson(writeLesson(lesson));
  if (!reading.ok) throw new Error(reading.errors.map(labErrorLine).join('\n'));
  return reading.lesson;
}

describe('a lesson written and read again', () => {
  it.each(course)('[Q40] is the same: $id', async ({ title, summary, load }) => {
    for (const language of ['en', 'de'] as const) {
      const told = await load(language);
      const notes = { [told.lesson.steps[0]!.id]: ['Ask the room.', '# Then > wait.'] };
      const lesson = { title, summary, told, notes };
      expect(readAgain(lesson)).toEqual(lesson);
    }
  });

  it('[Q40] is the same with every kind of question that the practice asks', async () => {
    const questions = await loadPractice();
    const kinds = new Set(questions.map(({ question }) => question.kind));
    expect([...kinds].sort()).toEqual(['broken', 'estimate', 'one', 'order', 'setting', 'several']);
    for (const asked of questions) {
      const lesson = { title: asked.words.title, summary: '', told: asLesson(asked), notes: {} };
      expect(readAgain(lesson)).toEqual(lesson);
    }
  });
});

const front = `---
id: mine
title: Mine
minutes: 2
lab: todos
---
`;
const errorsOf = (text: string): string[] => {
  const reading = readLesson(text);
  return reading.ok ? [] : reading.errors.map(labErrorLine);
};
const withBlock = (name: string, ...lines: string[]): string =>
  [`${front}## One step`, `\`\`\`yaml ${name}`, ...lines, '```', ''].join('\n');

describe('a text that is no lesson', () => {
  it.each([
    ['', '1:1 The file is empty; a lesson is expected.'],
    ['## One step', '1:1 A lesson begins with front matter: a line ---, its id'],
    ['---\nid: mine\n', '1:1 The front matter does not end; a line --- closes it.'],
    [front, '7:1 There are no steps; each begins with ## and its title.'],
    [`${front}# Mine`, '7:1 # Mine is no step; a step begins with ## and its title.'],
    [`${front}Hello.`, '7:1 This text belongs to no step'],
    [
      `${front}## A\n\`\`\`yaml stp\n\`\`\``,
      '8:1 A block yaml stp is not known; did you mean step?',
    ],
    [`${front}## A\n\`\`\`yaml step`, '8:1 This block does not end; a line ``` closes it.'],
    [`${front}## A\n> Hello.`, '8:1 What stands after > is for the speaker; it begins with Note:.'],
    [`${front}## A\n## A`, '8:1 The step a is there already; each has an id of its own.'],
    [
      `${front.replace('todos', 'todo')}## A`,
      '5:1 lab: todo is no built-in lab; did you mean todos?',
    ],
    [`${front.replace('lab: todos\n', '')}## A`, '2:1 There is no lab;'],
    [
      `${front.replace('minutes: 2', 'minutes: soon')}## A`,
      '4:1 minutes: soon is not a number of minutes.',
    ],
    [`${front.replace('id: mine', 'id: Mine!')}## A`, '2:1 id: Mine! is no id; small letters'],
    [`${front}\`\`\`yaml lab\nResources: {}\n\`\`\`\n## A`, '7:1 There are two labs'],
    [
      `${front.replace('lab: todos\n', '')}\`\`\`yaml lab\nResources:\n  A: 3\n\`\`\`\n## A`,
      '8:3 Resources.A: Type is missing',
    ],
    [`\u0000${front}`, '1:1 The file holds binary data; a lesson is text.'],
    [`${front}## A\n${'x'.repeat(1_048_576)}`, '1:1 The file is larger than 1 MiB'],
    [`${front}${'## A\n'.repeat(101)}`, '107:1 There are more than 100 steps'],
  ])('[Q41] is refused with its line: %j', (text, sentence) => {
    expect(errorsOf(text)[0]).toContain(sentence);
  });

  it.each([
    [['until: 2s', 'untill: 3s'], '10:1 untill: is not a known key; did you mean until?'],
    [
      ['reaches: [streams.Todos.records.INSERT == 1]'],
      '9:11 reaches[0]: streams.Todos.records.INSERT == 1 is no condition',
    ],
    [['rules: [T1, T99]'], '9:13 rules[1]: T99 is no rule of SPEC.md.'],
    [['seconds: 0'], '9:1 seconds: is not above 0.'],
    [['until: [2s'], '9:1'],
    [['id: &a [*a]'], 'nested more than 64 levels deep'],
    [['__proto__: 1'], '9:1 The key __proto__ is not allowed in a lesson.'],
    [['- until: 2s'], '9:1 A mapping is expected here'],
    [[''], '9:1 This block is empty.'],
  ])('[Q41] is refused at the line of a block: %j', (lines, sentence) => {
    expect(errorsOf(withBlock('step', ...lines))[0]).toContain(sentence);
  });

  it('[Q41] is refused whole, with every fault', () => {
    const question = withBlock('question', 'kind: choose', 'ask: Which?');
    expect(errorsOf(question)).toEqual([
      '9:1 kind: choose is no kind of question; one, several, estimate, order, setting and broken are.',
    ]);
    const one = withBlock('question', 'kind: one', 'choices: [{ id: a, text: A }]', 'after: 3');
    expect(errorsOf(one)).toEqual([
      '9:1 ask: is missing.',
      '10:11 choices[0].holds: is missing.',
      '11:1 after: 3 is not a list.',
    ]);
    const task = withBlock('task', 'ask: A', 'hint: B', 'done: C', 'check: []', 'example: 5');
    expect(errorsOf(task)).toEqual([
      '12:1 check: is empty; at least one is expected.',
      '13:1 example: 5 stands where a mapping with At, Call, Input is expected.',
    ]);
  });

  it('[Q41] may stand for no more than so many values', () => {
    const bomb = ['a: &a [1,1,1,1,1,1,1,1]'];
    for (const [of, name] of ['ab', 'bc', 'cd', 'de', 'ef'])
      bomb.push(`${name}: &${name} [${Array(8).fill(`*${of}`).join()}]`);
    expect(errorsOf(withBlock('step', ...bomb))[0]).toContain('more than 10000 values');
  });
});

describe('a condition on one line', () => {
  it('[Q40] says what the condition says, and nothing else is one', () => {
    const added = { measure: 'a.b + c', since: 'step', atLeast: 2 } as const;
    expect(conditionText(added)).toBe('added a.b + c >= 2');
    expect(readCondition('added a.b + c >= 2')).toEqual(added);
    expect(readCondition('a.b=-1.5')).toEqual({ measure: 'a.b', is: -1.5 });
    for (const text of ['a.b', 'a.b == 1', '= 1', 'added = 1', 'a.b = x', 'a > 1', 'a.b = 1.2.3'])
      expect(readCondition(text)).toBeUndefined();
    expect(conditionText({ measure: 'a', is: 1, atLeast: 1 })).toBeUndefined();
  });
});

describe('a lesson of somebody’s own', () => {
  const text = readFileSync('samples/lesson/who-asks.md', 'utf8');
  const faultsOf = async (changed: string): Promise<string[]> => {
    const reading = readLesson(changed);
    if (!reading.ok) throw new Error(reading.errors.map(labErrorLine).join('\n'));
    return (await takeText(reading.lesson, reading.lines)).map(labErrorLine);
  };

  it('[Q42] is taken by the engine, step by step', async () => {
    const reading = readLesson(text);
    if (!reading.ok) throw new Error('not read');
    const taken: number[] = [];
    expect(await takeText(reading.lesson, reading.lines, (step) => taken.push(step))).toEqual([]);
    expect(taken).toEqual([1, 2, 3, 4]);
    expect(reading.lesson.notes['the-same-again']).toEqual([
      'This is why a consumer cannot count writes by counting records.',
    ]);
  });

  it('[Q42] is told what is not reached, wrong or not done, at the heading of its step', async () => {
    expect(await faultsOf(text.replace('MODIFY = 1', 'MODIFY = 2'))).toEqual([
      expect.stringMatching(/^21:1 step 2 \(two-changes\): its condition is not reached/),
    ]);
    expect(await faultsOf(text.replace('reopened', 'completed'))).toEqual([
      '34:1 step 3 (the-same-again): modify is not even right in its own world.',
    ]);
    expect(await faultsOf(text.replace('At: 4s', 'At: 40s'))).toEqual([
      '65:1 step 4 (now-you): its example does not do what its task asks.',
    ]);
    expect(await faultsOf(text.replace('minutes: 2', 'minutes: 1'))).toEqual([
      expect.stringMatching(/^1:1 it takes about \d\.\d minutes and promises 1\.$/),
    ]);
  });
});

describe('a lesson in a link', () => {
  it('[Q43] comes out as it went in; anything else is refused with a sentence', async () => {
    const text = readFileSync('samples/lesson/who-asks.md', 'utf8');
    const link = (await encodeLessonLink(text))!;
    expect(link.length).toBeLessThan(1_800);
    expect(await decodeLessonLink(link)).toEqual({ ok: true, text });
    const noise = Array.from({ length: 40_000 }, (_, i) => checksum(`${i}`)).join('');
    expect(await encodeLessonLink(noise)).toBeNull();
    const bomb = await pack('x'.repeat(2_000_000));
    for (const [value, sentence] of [
      [link.slice(0, -5), 'The link is damaged'],
      [`2${link.slice(1)}`, 'A newer Shardscope opens it.'],
      ['lesson', 'The link holds no lesson'],
      [`1.${checksum('a')}.${'a'.repeat(70_000)}`, 'The link is too long.'],
      [`1.${checksum(bomb)}.${bomb}`, 'The link unpacks to more than a lesson may be.'],
    ] as const)
      expect(await decodeLessonLink(value)).toEqual({
        ok: false,
        error: expect.stringContaining(sentence),
      });
  });
});
