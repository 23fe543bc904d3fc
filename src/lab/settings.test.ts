import { describe, expect, it } from 'vitest';
import { readTemplate } from './readLab.ts';
import { applySetting } from './settings.ts';
import { parseTemplate } from './template.ts';
import { ORDERS, processor } from './testing/readings.ts';

const TEXT = `Metadata: { Shardscope: { Traffic: [ { Table: Orders } ] } }
Resources:\n${ORDERS}${processor()}`;

function withSetting(setting: string) {
  const parsed = parseTemplate(TEXT);
  if (!parsed.ok) throw new Error('unreadable');
  const refused = applySetting(parsed.template, setting);
  return refused ?? readTemplate(parsed.template);
}

describe('settings', () => {
  it('[L17] replace a value anywhere in the file', () => {
    const event = 'Resources.OrderProcessor.Properties.Events.Orders.Properties';
    expect(withSetting(`${event}.BatchSize=7`)).toMatchObject({
      definition: { eventSourceMappings: [{ batchSize: 7 }] },
    });
    expect(withSetting('Metadata.Shardscope.Traffic[0].PerSecond=2.5')).toMatchObject({
      definition: { traffic: [{ perSecond: 2.5 }] },
    });
    expect(withSetting('Metadata.Shardscope.Traffic.0.Arrival=Poisson')).toMatchObject({
      definition: { traffic: [{ arrival: 'Poisson' }] },
    });
  });

  it('[L17] may add to Metadata.Shardscope, and values are YAML', () => {
    expect(withSetting('Metadata.Shardscope.Pollers.P={ Table: Orders, Every: 5s }')).toMatchObject(
      { definition: { pollers: [{ id: 'P', everyMs: 5_000 }] } },
    );
  });

  it.each([
    ['nonsense', 'nonsense is not a setting; PATH=VALUE is expected.'],
    [
      'Resources.OrderProcesor.Properties.Timeout=3',
      'Resources has no OrderProcesor; did you mean OrderProcessor?',
    ],
    ['Metadata.Shardscope.Traffic[4].PerSecond=3', 'Metadata.Shardscope.Traffic has no 4.'],
    ['Resources.__proto__.x=1', 'Resources.__proto__.x is not a path in a lab file.'],
    [
      'Metadata.Shardscope.Seed=[',
      'The value of Metadata.Shardscope.Seed=[ cannot be read as YAML.',
    ],
  ])('[L17] %s is refused in a sentence', (setting, sentence) => {
    expect(withSetting(setting)).toBe(sentence);
  });

  it('[L17] a value out of range is the same error as in the file', () => {
    expect(withSetting('Metadata.Shardscope.Until=never')).toMatchObject({
      ok: false,
      errors: [{ path: 'Metadata.Shardscope.Until' }],
    });
  });
});
