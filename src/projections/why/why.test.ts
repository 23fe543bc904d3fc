import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Simulation } from '../../engine/index.ts';
import { Entry } from '../../engine/kernel/journal.ts';
import { atSeconds, put, startFault } from '../../engine/testing/definitions.ts';
import type { World } from '../../engine/world.ts';
import { inspect } from '../inspect/inspect.ts';
import { sourceOf } from '../ruleSources.ts';
import { ruleIds } from '../ruleTexts.ts';
import { openBuiltIn, openOrders } from '../testing/labs.ts';
import type { WhyAbout, WhyAnswer } from './whyAnswer.ts';
import { whyOf } from './whyOf.ts';

const crash = startFault({ kind: 'CrashAfterEffect', target: 'Processor', probability: 1 });
const healed = {
  call: 'shardscope:StopFault',
  input: { kind: 'CrashAfterEffect', target: 'Processor' },
};
const poison = startFault({ kind: 'Poison', target: 'Processor', match: { id: { S: 'order#x' } } });

const changeOf = (world: World, label: string): number => {
  for (let change = 0; change < world.changes.at.length; change++) {
    if (world.items.label.get(world.changes.item.get(change)) === label) return change;
  }
  return -1;
};
const ask = ({ world }: Simulation, label: string): WhyAnswer[] =>
  whyOf(world, { kind: 'record', change: changeOf(world, label) });
const told = ({ question, chain, otherwise }: WhyAnswer): string[] => [
  question,
  ...chain.map(({ text, rule }) => `${rule.id} ${text}`.replace(/[\d.]+ (s|ms)\b/g, 'n $1')),
  ...otherwise.map((text) => `unless: ${text}`),
];

/** An e-mail goes out, the function crashes, and the retry sends it again. */
async function duplicate(): Promise<Simulation> {
  const simulation = await openOrders({ traffic: [] });
  simulation.submit(crash, atSeconds(1));
  simulation.submit(put({ id: { S: 'order#x' } }), atSeconds(2));
  simulation.submit(healed, atSeconds(4));
  simulation.runUntil(atSeconds(30));
  return simulation;
}

describe('[V80] why', () => {
  it('a duplicate: the failed attempt, what broke it, and what would have prevented it', async () => {
    const answers = ask(await duplicate(), 'order#x');
    const twice = answers.find(({ question }) => /more than once/.test(question))!;
    const lines = told(twice);
    expect(lines[0]).toMatch(/^Why is the (document|confirmation) for order#x/);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^F6 Processor now crashes after an effect/),
        'T2 order#x was put.',
        expect.stringMatching(/^S1 Its INSERT record is in shard/),
        expect.stringMatching(/^E1 Processor received 1 record/),
        expect.stringMatching(/^F4 Processor failed: it crashed after an effect had left/),
        expect.stringMatching(/^E5 Processor received 1 record .*attempt 2/),
        expect.stringMatching(/^unless: Had .* succeeded/),
        expect.stringMatching(/^unless: Had the .* been idempotent/),
      ]),
    );
    expect(twice.chain.at(-1)!.text).toMatch(/again|replaced|refused/);
  });

  it('of what came again and changed nothing it says so; a crash, or a batch of one, could not have named its record', async () => {
    const answers = ask(await duplicate(), 'order#x');
    const again = answers.find(({ question }) => /changed nothing there/.test(question))!;
    expect(again.question).toMatch(/^Why did the document for order#x come to products/);
    expect(again.otherwise.at(-1)).toMatch(/^Nothing had to be/);
    expect(answers.indexOf(again)).toBeGreaterThan(0);
    expect(answers.flatMap(({ otherwise }) => otherwise).join()).not.toMatch(/ReportBatchItem/);
  });

  it('of what came at once it says that nothing waited, and of what came behind others that they did', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(put({ id: { S: 'order#x' } }), atSeconds(1));
    simulation.submit(startFault({ kind: 'Slow', target: 'Processor' }), atSeconds(2));
    for (let i = 1; i < 20; i++) {
      simulation.submit(put({ id: { S: 'order#x' }, n: { N: String(i) } }), atSeconds(3 + i * 0.1));
    }
    simulation.runUntil(atSeconds(20));
    const unless = (change: number) =>
      whyOf(simulation.world, { kind: 'record', change }).find(({ question }) =>
        /^Why did the document .* after the write/.test(question),
      )!.otherwise;
    expect(unless(0)).toEqual([expect.stringMatching(/^Nothing waited before it/)]);
    const others = Array.from({ length: 18 }, (_, i) => unless(i + 1)[0]);
    expect(others).toContainEqual(expect.stringMatching(/^Had Processor been quicker/));
  });

  it('a record that waits: the poisoned one before it', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(poison, atSeconds(1));
    simulation.submit(put({ id: { S: 'order#x' } }), atSeconds(2));
    simulation.runUntil(atSeconds(10));
    const [waiting] = ask(simulation, 'order#x');
    expect(waiting!.question).toBe('Why has Processor not processed this change of order#x yet?');
    expect(told(waiting!)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^F6 .* is poisoned/),
        expect.stringMatching(/^E5 Processor failed: the poisoned item order#x is in the batch/),
        expect.stringMatching(/BisectBatchOnFunctionError/),
      ]),
    );
    const { world } = simulation;
    const consumer = world.invocations.consumer.get(0);
    const [reader] = whyOf(world, { kind: 'reader', consumer });
    expect(reader!.question).toBe('Why is Processor failing?');
    expect(reader!.chain.map(({ rule }) => rule.id)).toContain('F6');
    const attempts = world.invocations.from.length;
    expect(attempts).toBeGreaterThan(2);
    const [second] = whyOf(world, { kind: 'batch', invocation: 1 });
    expect(second!.otherwise[0]).toBe(
      'Had the poisoned item not been in it, the batch would have been done.',
    );
    expect(told(second!)[0]).toMatch(/^Why: Processor failed/);
    expect(second!.chain.filter(({ rule }) => rule.id === 'E5').length).toBeGreaterThan(1);
    const { title, story, related } = inspect(world, { kind: 'batch', invocation: 1 });
    expect(title).toBe('1 record, attempt 2');
    expect(story.map(({ text }) => text.split(':')[0])).toEqual([
      'Sent to the function',
      'Failed',
      'Attempt 2 sent to the function',
      'Failed',
    ]);
    expect(related.map(({ text }) => text)).toContain('the INSERT of order#x');
  });

  it('an update that a scan can never see, and how much oftener it would have had to look', async () => {
    const simulation = await openOrders({ traffic: [] });
    const at = (n: number) => ({ N: String(n) });
    simulation.submit(
      put({ id: { S: 'order#x' }, updated_at: at(1_767_603_602_000) }),
      atSeconds(2),
    );
    simulation.submit(
      put({ id: { S: 'order#x' }, updated_at: at(1_767_603_603_000) }),
      atSeconds(3),
    );
    simulation.runUntil(atSeconds(25));
    const missed = ask(simulation, 'order#x').find(({ question }) => /never see/.test(question))!;
    expect(told(missed)).toEqual(
      expect.arrayContaining([
        'T2 order#x was put.',
        expect.stringMatching(/^T2 order#x was replaced/),
        expect.stringMatching(/^W4 The scan can never see/),
        expect.stringMatching(/^unless: Had the scan looked within the 1 s/),
      ]),
    );
    const row = simulation.world.state.mappings.length;
    const [counted] = whyOf(simulation.world, { kind: 'ledger', row, figure: 'collapsed' });
    expect(told(counted!).slice(1)).toEqual(told(missed).slice(1));
    expect(whyOf(simulation.world, { kind: 'ledger', row, figure: 'deletes' })).toEqual([]);
  });

  it('a write that made no record', async () => {
    const simulation = await openOrders({ traffic: [] });
    for (const second of [2, 3]) simulation.submit(put({ id: { S: 'a' } }), atSeconds(second));
    simulation.runUntil(atSeconds(5));
    const { journal } = simulation.world;
    let write = -1;
    for (let entry = 0; entry < journal.length; entry++) {
      const { kind, a } = journal.read(entry);
      if (kind === Entry.noOpWritten) write = a;
    }
    const [answer] = whyOf(simulation.world, { kind: 'write', write });
    expect(told(answer!)).toEqual([
      expect.stringMatching(/^Why: The write to a changed nothing/),
      expect.stringMatching(/^T1 /),
      expect.stringMatching(/^unless: Had any attribute/),
    ]);
  });

  it.each(['orders', 'kinesis', 'todos'])(
    'of everything in %s: every sentence stands on an entry before the next and on a rule',
    async (id) => {
      const simulation = await openBuiltIn(id);
      simulation.runUntil(atSeconds(100));
      const { world } = simulation;
      const asked: WhyAbout[] = [...Array(Math.min(80, world.changes.at.length)).keys()].map(
        (change) => ({ kind: 'record', change }),
      );
      for (let entry = 0; entry < world.journal.length; entry += 37)
        asked.push({ kind: 'entry', entry });
      let chains = 0;
      for (const about of asked) {
        for (const { chain, question, otherwise } of whyOf(world, about)) {
          expect(question).not.toMatch(/undefined|NaN/);
          if (chain.length > 0 && question !== 'Why: ') expect(otherwise, question).not.toEqual([]);
          if (chain.length > 1) chains++;
          expect(chain.length).toBeLessThan(25);
          for (const [i, link] of chain.entries()) {
            expect(link.text).not.toBe('');
            expect(world.journal.atOf(link.entry)).toBe(link.at);
            if (i > 0) expect(link.entry).toBeGreaterThan(chain[i - 1]!.entry);
          }
        }
      }
      expect(chains).toBeGreaterThan(1);
      expect(structuredClone(whyOf(world, asked[0]!))).toEqual(whyOf(world, asked[0]!));
    },
  );

  it('names a source only for rules that SPEC.md says are documented, or recorded from AWS', () => {
    const spec = readFileSync(new URL('../../SPEC.md', import.meta.url), 'utf8');
    const isOfAws = (id: string) =>
      new RegExp(`\\| \\[${id}\\] \\|.*\\| (documented|recorded)`).test(spec);
    const sourced = ruleIds.filter((id) => sourceOf(id) !== null);
    expect(sourced.length).toBeGreaterThan(20);
    expect(sourced.filter((id) => !isOfAws(id) && !/^T2$/.test(id))).toEqual([]);
  });
});
