import { describe, expect, it } from 'vitest';
import { ENGINE_VERSION, openSimulation } from '../../engine/index.ts';
import { instant } from '../../engine/kernel/time.ts';
import { builtInLabs } from '../builtIn/index.ts';
import { readLab } from '../readLab.ts';
import type { GivenCommand } from '../writing/writeLab.ts';
import { decodeLink, encodeLink, type LabLink, SHORT_LINK } from './labLink.ts';
import { readLinkedLab } from './linkedLab.ts';
import { checksum, pack } from './linkText.ts';

const orders = builtInLabs[0]!;
const named = ({ id, text }: { id: string; text: string }) => ({
  id,
  textChecksum: checksum(text),
});
const linkTo = (lab: LabLink['lab'], commands: GivenCommand[] = [], seed?: number): LabLink => ({
  lab,
  commands,
  engineVersion: ENGINE_VERSION,
  ...(seed !== undefined && { seed }),
});

/** Twenty writes as a class makes them: other items, other values, odd instants. */
function twentyCommands(table: string, key: string): GivenCommand[] {
  return Array.from({ length: 20 }, (_, number) => ({
    atMs: (1_000_000 * number + 137_211 * (number % 7)) / 1_000,
    command: {
      call: number % 5 === 4 ? 'dynamodb:DeleteItem' : 'dynamodb:PutItem',
      input:
        number % 5 === 4
          ? { TableName: table, Key: { [key]: { S: `order#${number - 1}` } } }
          : {
              TableName: table,
              Item: {
                [key]: { S: `order#${number}` },
                status: { S: ['new', 'paid', 'sent', 'returned'][number % 4]! },
                amount: { N: String(1999 + number * 7) },
              },
            },
    },
  }));
}

const rejoined = (letters: string): string => `1.${checksum(letters)}.${letters}`;
const errorOf = async (text: string): Promise<string> => {
  const reading = await decodeLink(text);
  return reading.ok ? 'ok' : reading.error;
};

describe('[L20] a link', () => {
  it('brings back the lab, the seed and every command', async () => {
    const link = linkTo(named(orders), twentyCommands('Orders', 'id'), 99);
    expect(await decodeLink(await encodeLink(link))).toEqual({ ok: true, link });
    const code = {
      runtime: 'python3.13',
      handler: 'index.handler',
      files: { 'index.py': 'def handler(event, context):\n    return "é"' },
      environment: {},
    };
    const input = { function: 'OrderProcessor', code };
    const coded = linkTo(named(orders), [
      { atMs: 5, command: { call: 'shardscope:SaveCode', input } },
    ]);
    expect(await decodeLink(await encodeLink(coded))).toEqual({ ok: true, link: coded });
    const own = linkTo({ text: orders.text });
    expect(await decodeLink(await encodeLink(own))).toEqual({ ok: true, link: own });
  });

  it.each(builtInLabs)('to $id with twenty commands stays short', async (lab) => {
    const reading = readLab(lab.text);
    const { name, keySchema } = (reading as Extract<typeof reading, { ok: true }>).definition
      .tables[0]! as unknown as { name: string; keySchema?: { name: string }[] };
    const link = linkTo(named(lab), twentyCommands(name, keySchema?.[0]?.name ?? 'id'), 12345);
    const address = `https://shardscope.example/labs/#link=${await encodeLink(link)}&at=12.5s&speed=0.1&focus=OrderProcessor&compare=polling`;
    expect(address.length).toBeLessThan(SHORT_LINK);
  });

  it('replays the history of the lab file that says the same', async () => {
    const commands = twentyCommands('Orders', 'id');
    const reading = await decodeLink(await encodeLink(linkTo(named(orders), commands, 4)));
    if (!reading.ok) throw new Error(reading.error);
    const linked = readLinkedLab(reading.link);
    if (!linked.ok) throw new Error(linked.errors[0]!.message);
    const own = readLab(orders.text);
    if (!own.ok) throw new Error('the built-in lab is broken');
    expect(linked.changes).toEqual([]);
    expect(linked.definition).toEqual({
      ...own.definition,
      seed: 4,
      commands: [...own.definition.commands, ...commands],
    });
    const digests = await Promise.all(
      [linked.definition, { ...linked.definition, seed: 5 }].map(async (definition) => {
        const simulation = await openSimulation(definition);
        simulation.runUntil(instant(30e6));
        return simulation.world.journal.digest();
      }),
    );
    expect(digests[0]).not.toBe(digests[1]);
  });

  it('keeps the default traffic of a template without a section', () => {
    const text = [
      'Resources:',
      '  Orders:',
      '    Type: AWS::DynamoDB::Table',
      '    Properties:',
      '      AttributeDefinitions: [{ AttributeName: id, AttributeType: S }]',
      '      KeySchema: [{ AttributeName: id, KeyType: HASH }]',
      '      StreamSpecification: { StreamViewType: NEW_IMAGE }',
    ].join('\n');
    const plain = readLab(text);
    if (!plain.ok) throw new Error(plain.errors[0]!.message);
    const linked = readLinkedLab(linkTo({ text }, twentyCommands('Orders', 'id')));
    if (!linked.ok) throw new Error(linked.errors[0]!.message);
    expect(linked.definition.traffic).toEqual(plain.definition.traffic);
    expect(linked.definition.commands).toHaveLength(20);
  });

  it('says which rules made it when they are not the present ones', () => {
    const older = { ...linkTo({ id: 'orders', textChecksum: '00000000' }), engineVersion: '1' };
    expect(readLinkedLab(older).changes).toEqual([
      expect.stringContaining('version 1 of the simulation’s rules'),
      expect.stringContaining('built-in lab has changed'),
    ]);
  });
});

describe('[L20] a damaged or hostile link', () => {
  it('is told from one that was cut or changed', async () => {
    const good = await encodeLink(linkTo(named(orders), twentyCommands('Orders', 'id')));
    expect(await errorOf(good.slice(0, -3))).toMatch(/damaged: its checksum/);
    expect(await errorOf(good.replace(/.$/u, good.endsWith('A') ? 'B' : 'A'))).toMatch(/damaged/);
    expect(await errorOf(rejoined('not*base64'))).toMatch(/damaged/);
    expect(await errorOf(rejoined('AAAA'))).toMatch(/damaged/);
    expect(await errorOf('hello')).toMatch(/is not one of Shardscope’s/);
    expect(await errorOf(good.replace(/^1/u, '7'))).toMatch(
      /form 7, and this version reads form 1/,
    );
  });

  it('does not unpack a bomb, nor what is nested too deeply', async () => {
    const bomb = await pack('0'.repeat(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    expect(await errorOf(rejoined(bomb))).toMatch(/unpacks to more than 1,048,576 bytes/);
    expect(await errorOf(rejoined(await pack('['.repeat(90_000))))).toMatch(/nested more than 64/);
    expect(await errorOf(`1.00000000.${'A'.repeat(70_000)}`)).toMatch(/longer than 64,000/);
  });

  it('does not bring members that reach for prototypes', async () => {
    const text =
      '{"e":"2","l":["orders","0"],"c":[[1,"dynamodb:PutItem",{"__proto__":{"polluted":1}}]]}';
    expect(await errorOf(rejoined(await pack(text)))).toMatch(/names a member __proto__/);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    ['null'],
    ['[]'],
    ['{"e":"2"}'],
    ['{"e":"2","l":["../x","0"]}'],
    ['{"e":"2","l":["orders","0"],"s":1.5}'],
    ['{"e":"2","l":["orders","0"],"c":{}}'],
    ['{"e":"2","l":["orders","0"],"c":[[-5,"dynamodb:PutItem",{}]]}'],
    ['{"e":"2","l":["orders","0"],"c":[["x","dynamodb:PutItem",{}]]}'],
    ['{"e":"2","l":["orders","0"],"c":[[1e300,"dynamodb:PutItem",{}]]}'],
    ['{"e":"2","l":["orders","0"],"c":[[1,"dynamodb:PutItem",[]]]}'],
  ])('%s is no lab', async (json) => {
    expect(await errorOf(rejoined(await pack(json)))).toMatch(/not a lab of Shardscope’s/);
  });

  it('has its commands checked as those of a file', () => {
    const commands = [{ atMs: 5, command: { call: 'dynamodb:Explode', input: {} } }];
    const reading = readLinkedLab(linkTo(named(orders), commands));
    expect(reading.ok ? [] : reading.errors.map((error) => error.message)).toEqual([
      expect.stringContaining('dynamodb:Explode is not a call'),
    ]);
    expect(readLinkedLab(linkTo({ id: 'nowhere', textChecksum: '0' }))).toMatchObject({
      ok: false,
      errors: [{ message: expect.stringContaining('“nowhere”') }],
    });
  });

  it('never throws, whatever ten thousand mutations make of it', async () => {
    const seed = 20_261_121;
    let state = seed;
    const draw = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const good = await encodeLink(linkTo(named(orders), twentyCommands('Orders', 'id'), 3));
    const json = JSON.stringify({ e: '2', l: ['orders', '0'], s: 3, c: [[1, 'x:Y', { A: 1 }]] });
    for (let round = 0; round < 10_000; round++) {
      const inner = round % 2 === 0;
      let text = inner ? json : good;
      for (let changes = 1 + draw(4); changes > 0; changes--) {
        const at = draw(text.length);
        const letter = String.fromCharCode(draw(10) === 0 ? draw(0xffff) : 32 + draw(95));
        text = text.slice(0, at) + (draw(3) === 0 ? '' : letter) + text.slice(at + draw(4));
      }
      const reading = await decodeLink(inner ? rejoined(await pack(text)) : text);
      const told = reading.ok || /^[A-Z].*\.$/su.test(reading.error);
      expect(told, `seed ${seed}, round ${round}: ${text}`).toBe(true);
      if (reading.ok) expect(() => readLinkedLab(reading.link), text).not.toThrow();
    }
  });
});
