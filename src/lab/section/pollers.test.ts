import { describe, expect, it } from 'vitest';
import { readLab } from '../readLab.ts';
import { definitionOf } from '../testing/readings.ts';
import { writeLab } from '../writing/writeLab.ts';

const labText = (more: string) => `Metadata:
  Shardscope:
    Version: 1
${more
  .trim()
  .split('\n')
  .map((line) => `    ${line}`)
  .join('\n')}
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions: [ { AttributeName: id, AttributeType: S } ]
      KeySchema: [ { AttributeName: id, KeyType: HASH } ]
`;

const FULL = `
Pollers:
  Wide:
    Table: Orders
    Every: 1m
    Watermark: changed_at
    ConsistentRead: true
    Filter: { status: { S: paid } }
    Segments: 4
    Overlap: 10s
    SoftDelete: gone
    Compare: Keys
Exports:
  Daily: { Table: Orders, Every: 24h }
  Changes: { Table: Orders, Every: 15m, Type: INCREMENTAL_EXPORT }
Traffic:
  - Table: Orders
    PerSecond: 2
    Stamps: [ seen_at ]
    ClockSkew: 250ms
    SlowCommits: { Share: 0.05, By: 3s }
`;

const errorsOf = (more: string): string[] => {
  const reading = readLab(labText(more));
  return reading.ok ? [] : reading.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe('scans and exports in a lab file', () => {
  it('[L54] are read with all their settings, and written as they were read', () => {
    const read = definitionOf(labText(FULL));
    expect(read.pollers).toEqual([
      {
        ...{ id: 'Wide', table: 'Orders', everyMs: 60_000, watermark: 'changed_at' },
        ...{ consistentRead: true, filter: { status: { S: 'paid' } }, segments: 4 },
        ...{ overlapMs: 10_000, softDelete: 'gone', compare: 'Keys' },
      },
      {
        ...{ id: 'Daily', table: 'Orders', everyMs: 86_400_000, watermark: '' },
        ...{ consistentRead: false, export: 'FULL_EXPORT' },
      },
      {
        ...{ id: 'Changes', table: 'Orders', everyMs: 900_000, watermark: '' },
        ...{ consistentRead: false, export: 'INCREMENTAL_EXPORT' },
      },
    ]);
    const { stamps, clockSkewMs, slowCommits } = read.traffic[0]!;
    expect({ stamps, clockSkewMs, slowCommits }).toEqual({
      ...{ stamps: ['seen_at'], clockSkewMs: 250, slowCommits: { share: 0.05, byMs: 3_000 } },
    });
    const again = definitionOf(writeLab(read));
    expect(again.pollers).toEqual(read.pollers);
    expect(again.traffic).toEqual(read.traffic);
  });

  it('[L54] out of range are refused with the range', () => {
    const of = (name: string, setting: string) =>
      errorsOf(`${name}:\n  X: { Table: Orders, ${setting} }`).join('\n');
    expect(of('Pollers', 'Every: 500ms')).toContain('500ms is below the minimum 1s');
    expect(of('Pollers', 'Overlap: 2d')).toContain('2d is above the maximum 1d');
    expect(of('Pollers', 'Segments: 0')).toContain('below the minimum 1');
    expect(of('Pollers', 'Compare: Key')).toContain('is not one of Keys or Items');
    expect(of('Pollers', 'Softdelete: gone')).toContain('SoftDelete');
    expect(of('Exports', 'Every: 5m, Type: INCREMENTAL_EXPORT')).toContain('below the minimum 15m');
    expect(of('Exports', 'Every: 2d, Type: INCREMENTAL_EXPORT')).toContain('above the maximum 1d');
    expect(of('Exports', 'Type: PARTIAL')).toContain('FULL_EXPORT or INCREMENTAL_EXPORT');
    expect(errorsOf('Traffic:\n  - { Table: Orders, SlowCommits: { Share: 2 } }').join()).toContain(
      'Share',
    );
    expect(errorsOf('Traffic:\n  - { Table: Orders, ClockSkew: 2h }').join()).toContain('1h');
  });
});
