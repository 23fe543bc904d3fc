import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInLabs } from './builtIn/index.ts';
import { readLab } from './readLab.ts';
import { parseTemplate } from './template.ts';
import { definitionOf, errorsOf, ORDERS } from './testing/readings.ts';

describe('text that is no lab file', () => {
  it.each([
    ['', 'The file is empty'],
    ['   \n', 'The file is empty'],
    ['just words', 'The file holds plain text'],
    ['- a\n- b', 'The file holds a list'],
    ['{"name":"x","dependencies":{}}', 'a package.json'],
    ['apiVersion: v1\nkind: Pod', 'a Kubernetes manifest'],
    ['openapi: 3.0.0\npaths: {}', 'an OpenAPI document'],
    ['services:\n  web: {}', 'a Docker Compose file'],
    ['<!doctype html><p>no</p>', 'a web page or XML'],
    ['AWSTemplateFormatVersion: "2010-09-09"', 'no Resources'],
    ['a: 1\n---\nb: 2', 'several YAML documents'],
    ['Resources: 3', 'stands where the resources are expected'],
    ['Resources:\n  Orders: 3', 'Type is missing'],
    ['Resources:\n  A: *nothing', '*nothing stands for nothing'],
  ])('[L14] %j gets one sentence', (text, words) => {
    const errors = errorsOf(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(words);
  });

  it('[L14] a file cut off anywhere is read or refused in sentences, never thrown at', () => {
    for (const { text } of builtInLabs) {
      for (let length = 0; length < text.length; length += 37) {
        const reading = readLab(text.slice(0, length));
        if (reading.ok) continue;
        expect(reading.errors.length).toBeGreaterThan(0);
        for (const { message, line, column } of reading.errors) {
          expect(message).toMatch(/[\w?.)]$/u);
          expect(Math.min(line, column)).toBeGreaterThan(0);
        }
      }
    }
  });

  it('[L14] says that JSON ends too early', () => {
    const whole = JSON.stringify({ Resources: { Orders: { Type: 'AWS::S3::Bucket' } } }, null, 2);
    expect(errorsOf(whole)).toEqual([]);
    expect(errorsOf(whole.slice(0, -8))).toEqual([expect.stringContaining('it seems cut off')]);
  });

  it('[L14] names the place of what cannot be read', () => {
    expect(errorsOf('Resources:\n  A: "x" y\n  B: {}\n')[0]).toMatch(/^2:10 .*YAML/u);
    expect(errorsOf('Resources:\n  A: {}\n  A: {}\n')[0]).toMatch(/^3:3 .*unique/u);
  });

  it('[L4] survives random text', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(fc.property(noise, (text) => typeof readLab(text).ok === 'boolean'));
    const pieces = fc.array(
      fc.constantFrom(
        'Resources',
        ':',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
        ']',
        '!Ref ',
        '&a ',
        '*a ',
        'x',
        '"',
      ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(pieces, (list) => typeof readLab(list.join('')).ok === 'boolean'),
      { numRuns: 500 },
    );
  });
});

describe('hostile text', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('[L4] the key %s is refused', (key) => {
    const text = `Resources:\n  A:\n    Type: AWS::S3::Bucket\n    ${key}: { polluted: 1 }\n`;
    expect(errorsOf(text)).toEqual([
      `4:5 Resources.A: The key ${key} is not allowed in a lab file.`,
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('[L4] an alias bomb is refused at once', () => {
    const rows = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
    for (let i = 1; i < 12; i++) {
      const [name, last] = ['abcdefghijkl'[i], 'abcdefghijkl'[i - 1]];
      rows.push(`${name}: &${name} [${Array(10).fill(`*${last}`).join(',')}]`);
    }
    expect(errorsOf(`${rows.join('\n')}\nResources: {}\n`)[0]).toContain('more than 200000 values');
  });

  it('[L4] an alias of itself is refused', () => {
    expect(errorsOf('Resources: &a\n  A: *a\n')[0]).toMatch(
      /nested more than 64|stands for nothing/u,
    );
  });

  it.each([
    ['brackets', `Resources: ${'['.repeat(50_000)}`],
    ['closed brackets', `Resources: ${'['.repeat(900)}${']'.repeat(900)}`],
    ['dashes', `Resources:\n${'- '.repeat(50_000)}x`],
    ['indents', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('[L4] deep nesting by %s is refused', (_, text) => {
    expect(errorsOf(text)[0]).toContain('nested more than 64 levels');
  });

  it('[L4] binary is refused', () => {
    expect(errorsOf('PK\u0003\u0004\u0000\u0000')[0]).toContain('binary data');
    const png = new TextDecoder().decode(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
    expect(errorsOf(png)[0]).toContain('binary data');
  });

  it('[L4] more than 1 MiB is refused, counted in bytes', () => {
    const comment = (bytes: number): string => `Resources: {}\n#${'é'.repeat(bytes / 2)}\n`;
    expect(errorsOf(comment(1_048_576))[0]).toContain('larger than 1 MiB');
    expect(errorsOf(comment(1_000_000))).toEqual([]);
  });
});

describe('values', () => {
  it('[L1] short and long forms of intrinsics are the same, in YAML and JSON', () => {
    const short = parseTemplate('Resources: { A: { B: !GetAtt X.Y, C: !Ref Z, D: !Sub "X" } }');
    const long = parseTemplate(
      '{"Resources":{"A":{"B":{"Fn::GetAtt":"X.Y"},"C":{"Ref":"Z"},"D":{"Fn::Sub":"X"}}}}',
    );
    expect(short.ok && short.template.value).toEqual(long.ok && long.template.value);
  });

  it('[L1] aliases, tabs in JSON and a byte order mark are understood', () => {
    expect(errorsOf(`\ufeff${JSON.stringify({ Resources: {} }, null, '\t')}`)).toEqual([]);
    const text = `Resources:\n${ORDERS.replace('{ AttributeName: id, KeyType: HASH }', '&key { AttributeName: id, KeyType: HASH }')}`;
    expect(definitionOf(text).tables).toHaveLength(1);
  });

  it('[L1] keys that YAML takes for something else stay what is written', () => {
    const item =
      'Metadata: { Shardscope: { Items: { Orders: [ { id: { S: a }, x: { NULL: true } } ] } } }';
    const { tables } = definitionOf(`${item}\nResources:\n${ORDERS}`);
    expect(tables[0]!.items).toEqual([{ id: { S: 'a' }, x: { NULL: true } }]);
  });
});
