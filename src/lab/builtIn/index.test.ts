import { describe, expect, it } from 'vitest';
import { labErrorLine } from '../labError.ts';
import { readLab } from '../readLab.ts';
import { builtInLabs } from './index.ts';

describe('built-in labs', () => {
  it.each(builtInLabs)('[L12] $id is read without an error and titled as listed', (lab) => {
    const reading = readLab(lab.text);
    expect(reading.ok ? [] : reading.errors.map(labErrorLine)).toEqual([]);
    expect(reading.ok && reading.definition.title).toBe(lab.title);
  });

  it('[L12] leaves nothing of importance inert', () => {
    const inert = builtInLabs.flatMap((lab) => {
      const reading = readLab(lab.text);
      return reading.ok ? reading.inert : [];
    });
    expect([...new Set(inert)].sort()).toEqual([
      'FromKinesis: ClusterConfig and EBSOptions are not simulated.',
      'FromStream: ClusterConfig and EBSOptions are not simulated.',
      'ProductIndex: ClusterConfig and EBSOptions are not simulated.',
      'TodoSearch: ClusterConfig and EBSOptions are not simulated.',
    ]);
  });
});
