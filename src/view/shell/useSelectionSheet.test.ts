import { expect, it } from 'vitest';
import { sheetFor } from './useSelectionSheet.ts';

const selected = { isSelected: true, isNew: true, isWide: false } as const;

it('opens the inspector for what is selected, beside the stage without a sheet', () => {
  expect(sheetFor({ ...selected, sheet: 'why' })).toBe('inspector');
  expect(sheetFor({ ...selected, sheet: 'why', isWide: true })).toBe(null);
  expect(sheetFor({ ...selected, sheet: 'write' })).toBe('write');
  expect(sheetFor({ ...selected, sheet: 'inspector', isSelected: false })).toBe(null);
});

it('leaves what is read where only the width changes', () => {
  const resized = { ...selected, isNew: false };
  for (const isWide of [true, false]) {
    expect(sheetFor({ ...resized, isWide, sheet: 'why' })).toBe('why');
    expect(sheetFor({ ...resized, isWide, sheet: 'branches' })).toBe('branches');
  }
  expect(sheetFor({ ...resized, sheet: null })).toBe('inspector');
  expect(sheetFor({ ...resized, sheet: 'inspector', isWide: true })).toBe(null);
});
