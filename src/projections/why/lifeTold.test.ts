import { describe, expect, it } from 'vitest';
import {
  aFunction,
  aMapping,
  atSeconds,
  put,
  startFault,
  stopFault,
} from '../../engine/testing/definitions.ts';
import { inspect } from '../inspect/inspect.ts';
import { openOrders } from '../testing/labs.ts';
import { lifeMermaid, lifeText, tellLife } from './lifeTold.ts';
import { recordLife } from './recordLife.ts';

describe('[V81] the life of a record', () => {
  const GRAMMAR = [/^---$/, /^title: "(?:[^"\\]|\\.)*"$/, /^---$/, /^sequenceDiagram$/];
  const PARTICIPANT = /^ {4}participant (P\d+) as (?:[^;\n]|#\d+;)+$/;
  const MESSAGE = /^ {4}(P\d+)(?:->>|-x)(P\d+): \S[^\n]*$/;
  const NOTE = /^ {4}Note over (P\d+): \S[^\n]*$/;

  it('goes from the write to every effect, in order, with the times between', async () => {
    const simulation = await openOrders({ traffic: [] });
    const crash = { kind: 'CrashAfterEffect', target: 'Processor' };
    simulation.submit(startFault({ ...crash, probability: 1 }), atSeconds(1));
    simulation.submit(put({ id: { S: 'order#x' } }), atSeconds(2));
    simulation.submit(stopFault(crash), atSeconds(4));
    simulation.runUntil(atSeconds(30));
    const steps = recordLife(simulation.world, 0);
    const text = lifeText('The INSERT of order#x', steps);
    expect(text).toMatch(/^The INSERT of order#x\n +0 +Writer → Orders: put order#x\n/);
    expect(text).toMatch(/Processor → mail: confirmation sent/);
    expect(text).toMatch(/\+[\d.]+ (ms|s) +\S/);
    expect(steps.some(({ isBad }) => isBad)).toBe(true);
    expect(steps.toSorted((a, b) => a.at - b.at)).toEqual(steps);
  });

  it('is told to its last step, however many they are; a diagram and a story leave out the middle, and say so', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(1));
    simulation.submit(put({ id: { S: 'order#x' } }), atSeconds(2));
    simulation.runUntil(atSeconds(2 * 3_600));
    const { world } = simulation;
    const steps = recordLife(world, 0);
    expect(steps.length).toBeGreaterThan(200);
    expect(steps.at(-1)!.at).toBeGreaterThan(atSeconds(7_100));
    const whole = tellLife(world, 0, 1_000_000);
    expect(whole.readUntil).toBeNull();
    expect(whole.text.split('\n')).toHaveLength(steps.length + 1);
    const drawn = whole.mermaid.split('\n').filter((line) => MESSAGE.test(line));
    expect(drawn).toHaveLength(100);
    expect(whole.mermaid).toContain(
      `Note over P0: ${steps.length - 100} more steps, left out here`,
    );
    const part = tellLife(world, 0, 200);
    expect(part.readUntil).toBeLessThan(atSeconds(3_600));
    expect(part.text.split('\n').at(-1)).toBe(whole.text.split('\n').at(-1));
    const story = inspect(world, { kind: 'record', change: 0 })!.story;
    expect(story.length).toBeLessThan(60);
  });

  it('as Mermaid keeps to the grammar of sequence diagrams, whatever things are called', async () => {
    const simulation = await openOrders({ traffic: [] });
    simulation.submit(put({ id: { S: 'a;b #1\n"%%{init}%% <i>&amp; end' } }), atSeconds(2));
    simulation.runUntil(atSeconds(12));
    const steps = recordLife(simulation.world, 0);
    const odd = { ...steps[0]!, text: 'wrap: it', to: { id: 'odd', name: 'nowrap:1' } };
    const lines = lifeMermaid('a;b "quoted"', [...steps, odd]).split('\n');
    expect(lines.at(-1)).toMatch(/: wrap#58; it$/);
    expect(lines).toContainEqual(expect.stringMatching(/ as nowrap#58;1$/));
    for (const [i, form] of GRAMMAR.entries()) expect(lines[i]).toMatch(form);
    const declared = new Set<string>();
    for (const line of lines.slice(GRAMMAR.length)) {
      const participant = PARTICIPANT.exec(line);
      const used = MESSAGE.exec(line) ?? NOTE.exec(line);
      if (participant !== null) declared.add(participant[1]!);
      else {
        expect(used, line).not.toBeNull();
        for (const id of used!.slice(1)) expect(declared).toContain(id);
        expect(line.replace(/->>/, '').replace(/#\d+;/g, '')).not.toMatch(/[#;<>&%]/);
      }
    }
    expect(declared.size).toBeGreaterThan(3);
    expect(lines.filter((line) => MESSAGE.test(line))).toHaveLength(steps.length + 1);
  });

  it('keeps apart who is called the same: a table and its function', async () => {
    const simulation = await openOrders({
      traffic: [],
      functions: [aFunction({ name: 'Orders' })],
    });
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(2));
    simulation.runUntil(atSeconds(9));
    const lines = lifeMermaid('', recordLife(simulation.world, 0)).split('\n');
    const parties = lines.filter((line) => line.endsWith(' as Orders'));
    expect(parties).toEqual(['    participant P1 as Orders', '    participant P3 as Orders']);
    expect(lines).toContainEqual(expect.stringMatching(/^ {4}P2->>P3: batch of 1 record$/));
  });

  it('ends with what became of a record that was given up', async () => {
    const simulation = await openOrders({
      traffic: [],
      eventSourceMappings: [aMapping({ maximumRetryAttempts: 1, onFailureDestination: 'Dead' })],
      targets: [
        { id: 'Products', name: 'products', kind: 'OpenSearch' },
        { id: 'Mail', name: 'mail', kind: 'SES' },
        { id: 'Dead', name: 'dead', kind: 'SQS' },
      ],
    });
    simulation.submit(startFault({ kind: 'Error', target: 'Processor' }), atSeconds(1));
    simulation.submit(put({ id: { S: 'a' } }), atSeconds(2));
    simulation.runUntil(atSeconds(9));
    const told = recordLife(simulation.world, 0).map(({ to, text }) => `${to.name}: ${text}`);
    expect(told.slice(-2)).toEqual([
      expect.stringMatching(/^shard \d: given up$/),
      'dead: document about what was given up',
    ]);
  });

  /** As Mermaid 11.17 has read them: what it made of each was what went in. */
  it.each([
    ...['a"b', "a'b", 'a;b', 'a:b', ': a', 'a#b', '#35;', '🙂🚀', 'Größe ß', '漢字', 'עברית'],
    ...['a->>b', 'P0', 'end', 'loop', 'note over', 'participant', 'as', 'x as y', 'box', 'links'],
    ...['%% a', '%%{init: {}}%%', '<b>x</b>', '&amp;', 'wrap: x', ' nowrap: y', '$$x$$', '---'],
    ...['@{ "a": 1 }', '+x', '-a', '(a)', '{a}', '[a]', 'a|b', '\\n', 'a\nb', 'a\r\nb', 'a\u2028b'],
    ...[
      '`a`',
      '#',
      '$$',
      '%%{init}',
      '\u202Eabc',
      '\u200Fא\u200F',
      '~',
      '"end"',
      'end;',
      '<br/>',
      '#quot;',
    ],
    ...['accTitle: x', 'rect rgb(0,0,0)', 'autonumber', 'create participant', 'x'.repeat(400)],
  ])('as Mermaid, of something called %j, is one statement a line that reads as it', (odd) => {
    const from = { id: 'a', name: odd };
    const step = { at: 0, from, to: { id: 'b', name: 'b' }, text: odd, isBad: false };
    const lines = lifeMermaid(odd, [step, { ...step, at: 400 }]).split(/\r|\n|\u2028/);
    expect(lines).toHaveLength(GRAMMAR.length + 4);
    const read = (line: string): string =>
      line.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
    const shown = odd.replace(/\s+/g, ' ').trim();
    const [name, , message] = lines.slice(GRAMMAR.length);
    expect(read(/^ {4}participant P0 as (.*)$/.exec(name!)![1]!)).toBe(shown);
    const sent = /^ {4}P0->>P1: (.*)$/.exec(message!)![1]!;
    expect(read(sent)).toBe(shown);
    expect(sent.replace(/#\d+;/g, '')).not.toMatch(/[#;<>&%]|\$\$|^\s*(no)?wrap:/);
    expect(JSON.parse(lines[1]!.replace('title: ', ''))).toBe(shown);
  });
});
