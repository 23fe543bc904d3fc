/** Own cases of the pattern language, each an event's value, the alternatives for it and what comes of it. */
import { describe, expect, it } from 'vitest';
import { parsePattern } from './filter.ts';

const asks = (alternatives: unknown, event: object): boolean =>
  parsePattern(JSON.stringify({ v: alternatives }))(event);

type Case = [value: unknown, alternatives: unknown, expected: boolean];

const EXACT: Case[] = [
  ['paid', ['paid'], true],
  ['paid', ['paid '], false],
  ['paid', ['Paid'], false],
  ['é', ['é'], true],
  ['e\u0301', ['é'], false],
  ['😀', ['😀'], true],
  ['0', [0], false],
  [0, [0], true],
  [-0, [0], true],
  [1.5, [1.5], true],
  [1.5, ['1.5'], false],
  [1e3, [1000], true],
  [3.0001, [3], false],
  [true, [true], true],
  [true, ['true'], false],
  [false, [false, true], true],
  [null, [null], true],
  [null, [''], false],
  ['', [null], false],
  ['', [''], true],
  ['null', [null], false],
  [['a', 'b'], ['b', 'c'], true],
  [['a', 'b'], ['c', 'd'], false],
  [[1, 2], [2], true],
  [[null], [null], true],
  [[''], [''], true],
  [[], [''], false],
  [[], [null], false],
  [{ x: 1 }, ['x'], false],
];

const TEXT: Case[] = [
  ['us-east-1', [{ prefix: 'us-' }], true],
  ['us-east-1', [{ prefix: 'us-east-1' }], true],
  ['us-east-1', [{ prefix: 'us-east-12' }], false],
  ['us-east-1', [{ prefix: 'US-' }], false],
  ['us-east-1', [{ prefix: { 'equals-ignore-case': 'US-' } }], true],
  ['us-east-1', [{ prefix: { 'equals-ignore-case': 'EU-' } }], false],
  ['photo.png', [{ suffix: '.png' }], true],
  ['photo.PNG', [{ suffix: '.png' }], false],
  ['photo.PNG', [{ suffix: { 'equals-ignore-case': '.png' } }], true],
  ['.png', [{ suffix: '.png' }], true],
  ['png', [{ suffix: '.png' }], false],
  ['photo.png', [{ suffix: '' }], true],
  [['a.txt', 'b.png'], [{ suffix: '.png' }], true],
  [['a.txt', 'b.gif'], [{ suffix: '.png' }], false],
  [7, [{ suffix: '7' }], false],
  [null, [{ prefix: '' }], false],
  [true, [{ prefix: 't' }], false],
  ['Alice', [{ 'equals-ignore-case': 'ALICE' }], true],
  ['Alice', [{ 'equals-ignore-case': 'ALIC' }], false],
  ['', [{ 'equals-ignore-case': '' }], true],
  [1, [{ 'equals-ignore-case': '1' }], false],
  ['paid', [{ prefix: 'x' }, 'paid'], true],
  ['paid', [{ prefix: 'x' }, { suffix: 'd' }], true],
  ['paid', [{ prefix: 'x' }, { suffix: 'y' }], false],
];

const ANYTHING_BUT: Case[] = [
  ['new', [{ 'anything-but': 'paid' }], true],
  ['paid', [{ 'anything-but': 'paid' }], false],
  ['paid', [{ 'anything-but': ['new', 'paid'] }], false],
  ['sent', [{ 'anything-but': ['new', 'paid'] }], true],
  ['Paid', [{ 'anything-but': 'paid' }], true],
  [100, [{ 'anything-but': 100 }], false],
  [100, [{ 'anything-but': [1, 100] }], false],
  [100, [{ 'anything-but': ['100'] }], true],
  ['100', [{ 'anything-but': 100 }], true],
  [null, [{ 'anything-but': 'x' }], true],
  ['', [{ 'anything-but': 'x' }], true],
  [false, [{ 'anything-but': 'x' }], true],
  ['x-1', [{ 'anything-but': { prefix: 'x-' } }], false],
  ['y-1', [{ 'anything-but': { prefix: 'x-' } }], true],
  ['y-1', [{ 'anything-but': { prefix: ['x-', 'y-'] } }], false],
  ['a.tmp', [{ 'anything-but': { suffix: '.tmp' } }], false],
  ['a.txt', [{ 'anything-but': { suffix: ['.tmp', '.bak'] } }], true],
  ['a.bak', [{ 'anything-but': { suffix: ['.tmp', '.bak'] } }], false],
  ['INIT', [{ 'anything-but': { 'equals-ignore-case': 'init' } }], false],
  ['INIT', [{ 'anything-but': { 'equals-ignore-case': ['init', 'halt'] } }], false],
  ['RUN', [{ 'anything-but': { 'equals-ignore-case': ['init', 'halt'] } }], true],
  ['/lib/a', [{ 'anything-but': { wildcard: '*/lib/*' } }], false],
  ['/bin/a', [{ 'anything-but': { wildcard: ['*/lib/*', '*/etc/*'] } }], true],
  ['/etc/a', [{ 'anything-but': { wildcard: ['*/lib/*', '*/etc/*'] } }], false],
  [['paid', 'new'], [{ 'anything-but': 'paid' }], true],
  [['paid'], [{ 'anything-but': 'paid' }], false],
];

const NUMERIC: Case[] = [
  [10, [{ numeric: ['=', 10] }], true],
  [10, [{ numeric: ['>', 10] }], false],
  [10, [{ numeric: ['>=', 10] }], true],
  [10, [{ numeric: ['<', 10] }], false],
  [10, [{ numeric: ['<=', 10] }], true],
  [10, [{ numeric: ['>', 0, '<', 20] }], true],
  [10, [{ numeric: ['>', 10, '<', 20] }], false],
  [10, [{ numeric: ['>=', 10, '<=', 10.5] }], true],
  [20, [{ numeric: ['>', 0, '<=', 20] }], true],
  [-3.5, [{ numeric: ['<', -3] }], true],
  [-3.5, [{ numeric: ['>', -3] }], false],
  [0.1, [{ numeric: ['=', 0.1] }], true],
  [5e9, [{ numeric: ['<=', 5e9] }], true],
  ['10', [{ numeric: ['=', 10] }], false],
  [null, [{ numeric: ['<', 10] }], false],
  [true, [{ numeric: ['=', 1] }], false],
  [[1, 50], [{ numeric: ['>', 40] }], true],
  [[1, 50], [{ numeric: ['>', 60] }], false],
  [['50'], [{ numeric: ['>', 40] }], false],
  [5, [{ numeric: ['<', 3] }, { numeric: ['>', 4] }], true],
];

const EXISTS: Case[] = [
  ['x', [{ exists: true }], true],
  ['', [{ exists: true }], true],
  [null, [{ exists: true }], true],
  [0, [{ exists: true }], true],
  [false, [{ exists: true }], true],
  ['x', [{ exists: false }], false],
  [{ y: 1 }, [{ exists: true }], false],
  [undefined, [{ exists: true }], false],
  [undefined, [{ exists: false }], true],
  [undefined, ['x'], false],
  [undefined, [{ prefix: '' }], false],
  [undefined, [{ 'anything-but': 'x' }], false],
  [undefined, ['x', { exists: false }], true],
];

const WILDCARD: Case[] = [
  ['dir/file.png', [{ wildcard: 'dir/*.png' }], true],
  ['dir/sub/file.png', [{ wildcard: 'dir/*.png' }], true],
  ['dir/file.gif', [{ wildcard: 'dir/*.png' }], false],
  ['abc', [{ wildcard: '*' }], true],
  ['', [{ wildcard: '*' }], true],
  ['abc', [{ wildcard: 'abc' }], true],
  ['abcd', [{ wildcard: 'abc' }], false],
  ['a*c', [{ wildcard: 'a\\*c' }], true],
  ['abc', [{ wildcard: 'a\\*c' }], false],
  ['a\\c', [{ wildcard: 'a\\\\c' }], true],
  ['aXbXc', [{ wildcard: 'a*b*c' }], true],
  ['ac', [{ wildcard: 'a*b*c' }], false],
  ['abab', [{ wildcard: '*ab' }], true],
  ['aba', [{ wildcard: 'ab*ba' }], false],
  ['abba', [{ wildcard: 'ab*ba' }], true],
  [12, [{ wildcard: '*' }], false],
];

const CIDR: Case[] = [
  ['10.0.0.7', [{ cidr: '10.0.0.0/24' }], true],
  ['10.0.1.7', [{ cidr: '10.0.0.0/24' }], false],
  ['10.0.0.255', [{ cidr: '10.0.0.128/25' }], true],
  ['10.0.0.127', [{ cidr: '10.0.0.128/25' }], false],
  ['255.255.255.255', [{ cidr: '255.255.255.255/32' }], true],
  ['10.0.0', [{ cidr: '10.0.0.0/8' }], false],
  ['10.0.0.256', [{ cidr: '10.0.0.0/8' }], false],
  [10, [{ cidr: '10.0.0.0/8' }], false],
];

const groups: [string, Case[]][] = [
  ['exact values', EXACT],
  ['prefix, suffix and case', TEXT],
  ['anything-but', ANYTHING_BUT],
  ['numeric', NUMERIC],
  ['exists', EXISTS],
  ['wildcard', WILDCARD],
  ['cidr', CIDR],
];

describe.each(groups)('[E21] %s', (_, cases) => {
  it.each(cases)('%j against %j: %s', (value, alternatives, expected) => {
    expect(asks(alternatives, value === undefined ? {} : { v: value })).toBe(expected);
    // As one of a list's elements, and beside an alternative that never matches.
    const beside = [...(alternatives as unknown[]), 'never there'];
    expect(asks(beside, value === undefined ? {} : { v: value })).toBe(expected);
  });
});
