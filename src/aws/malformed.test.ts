/** Every operation with members that are missing, mistyped, too small or too large, or not there at all. */
import { beforeAll, describe, expect, it } from 'vitest';
import { dynamodbOperations } from './dynamodb/operations.ts';
import { dynamodbStreamsOperations } from './dynamodbStreams/operations.ts';
import { lambdaOperations } from './lambda/operations.ts';
import type { Operation } from './operation.ts';
import type { Shape } from './shape.ts';
import { type LabDoor, labDoor } from './testing/labDoor.ts';

const OPERATIONS: [string, Operation][] = [
  ...Object.entries(dynamodbOperations).map(([name, o]): [string, Operation] => [
    `dynamodb:${name}`,
    o,
  ]),
  ...Object.entries(dynamodbStreamsOperations).map(([name, o]): [string, Operation] => [
    `dynamodbstreams:${name}`,
    o,
  ]),
  ...Object.entries(lambdaOperations).map(([name, o]): [string, Operation] => [
    `lambda:${name}`,
    o,
  ]),
];

let lab: LabDoor;
beforeAll(async () => {
  lab = await labDoor();
});

const place = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

describe.each(OPERATIONS)('%s', (call, { input }) => {
  const members = Object.entries(input.members);
  const required = members.filter(([, member]) => member.required).map(([name]) => name);

  it.runIf(required.length > 0)('[T9] names every member that is missing', () => {
    const refusal = lab.refusal(call, {});
    const errors =
      required.length === 1 ? '1 validation error' : `${required.length} validation errors`;
    const each = required.map(
      (name) =>
        `Value null at '${place(name)}' failed to satisfy constraint: Member must not be null`,
    );
    expect(refusal).toBe(`ValidationException: ${errors} detected: ${each.join('; ')}`);
  });

  it('[T9] takes nothing of a wrong kind for granted', () => {
    for (const [name, { shape }] of members) {
      const wrong = shape.kind === 'text' ? 5 : shape.kind === 'flag' ? [] : 'text';
      expect(lab.refusal(call, { [name]: wrong })).toMatch(/^SerializationException: \S/);
    }
  });

  it('[T9] keeps to its ranges', () => {
    for (const [name, { shape }] of members) {
      for (const [value, words] of outside(shape)) {
        const refusal = lab.refusal(call, { [name]: value });
        expect(refusal).toContain(`at '${place(name)}' failed to satisfy constraint: ${words}`);
      }
    }
  });

  it('[T9] is never surprised, and leaves nothing behind', () => {
    const { world } = lab.simulation;
    const before = [world.changes.at.length, world.state.tables.length];
    for (const nonsense of NONSENSE) {
      lab.answer(call, nonsense);
      for (const [name] of members) lab.answer(call, { [name]: nonsense });
    }
    expect([world.changes.at.length, world.state.tables.length]).toEqual(before);
  });

  it('[T9] does not mind members that it does not know', () => {
    const plain = lab.answer(call, {});
    expect(lab.answer(call, { Unheard: { of: [1] }, __proto__: { x: 1 } })).toEqual(plain);
  });
});

const NONSENSE: readonly unknown[] = [
  null,
  undefined,
  true,
  -1,
  1e300,
  '',
  'x'.repeat(70_000),
  [],
  [[]],
  [{}],
  {},
  { a: {} },
  { S: 'x' },
  { constructor: { prototype: 1 }, toString: null },
  JSON.parse('{"__proto__":{"S":"x"}}'),
];

/** Values outside of a shape's range, and what is said of them. */
function outside(shape: Shape): [unknown, string][] {
  const cases: [unknown, string][] = [];
  if (shape.kind === 'text') {
    const { min, max, oneOf } = shape;
    if (min) cases.push(['', `Member must have length greater than or equal to ${min}`]);
    if (max !== undefined) {
      cases.push(['x'.repeat(max + 1), `Member must have length less than or equal to ${max}`]);
    }
    if (oneOf) cases.push(['NOT_ONE', `Member must satisfy enum value set: [${oneOf.join(', ')}]`]);
  }
  if (shape.kind === 'whole') {
    const { min, max } = shape;
    if (min !== undefined) {
      cases.push([min - 1, `Member must have value greater than or equal to ${min}`]);
    }
    if (max !== undefined) {
      cases.push([max + 1, `Member must have value less than or equal to ${max}`]);
    }
  }
  if (shape.kind === 'list' && shape.min) {
    cases.push([[], `Member must have length greater than or equal to ${shape.min}`]);
  }
  if (shape.kind === 'map' && shape.min) {
    cases.push([{}, `Member must have length greater than or equal to ${shape.min}`]);
  }
  return cases;
}

describe('an input that nests beyond all measure, or contains itself', () => {
  const deep = (levels: number): object => {
    let value: object = { S: 'x' };
    for (let i = 0; i < levels; i++) value = { L: [value] };
    return value;
  };
  const circle: Record<string, unknown> = {};
  circle.M = { circle };

  it.each(OPERATIONS)('[X9] to %s is refused in AWS’s words', (call, { input }) => {
    for (const nested of [deep(100), deep(100_000), circle]) {
      lab.answer(call, nested);
      lab.answer(call, { Unheard: nested });
      for (const [name, { shape }] of Object.entries(input.members)) {
        const inside = lab.answer(call, { [name]: nested });
        const listed = lab.answer(call, { [name]: [nested] });
        const kinds = shape.kind === 'structure' || shape.kind === 'map';
        if (!kinds) expect([inside.ok, listed.ok]).toEqual([false, false]);
      }
    }
  });

  it('[X9] is refused as an item that is a little too deep is', () => {
    const refusal = (nested: unknown) =>
      lab.refusal('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: 'a' }, nested } });
    for (const nested of [deep(33), deep(100_000), circle]) {
      expect(refusal(nested)).toMatch(/^ValidationException: Nesting Levels have exceeded/);
    }
  });
});

describe('an item', () => {
  it('[T9] beyond 400 KB, 32 levels or 38 digits is refused', () => {
    const refusal = (more: object) =>
      lab.refusal('dynamodb:PutItem', { TableName: 'Orders', Item: { id: { S: 'a' }, ...more } });
    expect(refusal({ text: { S: 'x'.repeat(409_600) } })).toBe(
      'ValidationException: Item size has exceeded the maximum allowed size',
    );
    let nested: object = { S: 'x' };
    for (let i = 0; i < 33; i++) nested = { L: [nested] };
    expect(refusal({ nested })).toMatch(/^ValidationException: Nesting Levels have exceeded/);
    expect(refusal({ n: { N: '1'.repeat(39) } })).toBe(
      'ValidationException: Attempting to store more than 38 significant digits in a Number',
    );
  });

  it('[T9] that would grow beyond 400 KB by an update is refused and stays', () => {
    const Key = { id: { S: 'grows' } };
    const half = { S: 'x'.repeat(300_000) };
    lab.wait(1);
    lab.ask('dynamodb:PutItem', { TableName: 'Orders', Item: { ...Key, half } });
    lab.wait(1);
    expect(
      lab.refusal('dynamodb:UpdateItem', {
        TableName: 'Orders',
        Key,
        UpdateExpression: 'SET twin = half',
      }),
    ).toBe('ValidationException: Item size to update has exceeded the maximum allowed size');
    const { Item } = lab.ask('dynamodb:GetItem', { TableName: 'Orders', Key });
    expect(Object.keys(Item)).toEqual(['half', 'id']);
  });
});
