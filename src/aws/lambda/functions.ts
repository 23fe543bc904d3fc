/** Reading what functions there are. Making and changing them is the lab file's part. */

import { isoText } from '../../engine/kernel/isoText.ts';
import { functionNamed } from '../../engine/lambda/mappingCalls.ts';
import type { World } from '../../engine/world.ts';
import type { Operation } from '../operation.ts';
import { choice, structure, text, whole } from '../shape.ts';

const named = structure(
  { FunctionName: text({ min: 1, max: 170 }), Qualifier: text() },
  'FunctionName',
);

function configuration(world: World, number: number): Record<string, unknown> {
  const { region, accountId, startAtMs, functions } = world.definition;
  const { name, timeoutMs, memoryMb } = functions[number]!;
  return {
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    Role: `arn:aws:iam::${accountId}:role/lambda-role`,
    Timeout: Math.ceil(timeoutMs / 1_000),
    MemorySize: memoryMb,
    LastModified: `${isoText(startAtMs)}+0000`,
    Version: '$LATEST',
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
  };
}

export const getFunctionConfiguration: Operation = {
  input: named,
  answer: ({ world }, { FunctionName }) =>
    configuration(world, functionNamed(world, String(FunctionName))),
};

export const getFunction: Operation = {
  input: named,
  answer({ world }, { FunctionName }) {
    const number = functionNamed(world, String(FunctionName));
    const { reservedConcurrency } = world.definition.functions[number]!;
    return {
      Configuration: configuration(world, number),
      ...(reservedConcurrency !== undefined && {
        Concurrency: { ReservedConcurrentExecutions: reservedConcurrency },
      }),
    };
  },
};

export const listFunctions: Operation = {
  input: structure({
    MasterRegion: text(),
    FunctionVersion: choice('ALL'),
    Marker: text(),
    MaxItems: whole({ min: 1, max: 10_000 }),
  }),
  answer({ world }, input) {
    const all = world.definition.functions.flatMap(({ pipe }, number) => (pipe ? [] : [number]));
    const from = Number((input.Marker as string | undefined) ?? 0) || 0;
    const limit = Math.min((input.MaxItems as number | undefined) ?? 50, 50);
    return {
      Functions: all.slice(from, from + limit).map((number) => configuration(world, number)),
      ...(from + limit < all.length && { NextMarker: String(from + limit) }),
    };
  },
};
