/** The operations on functions. Ranges: AWS's service model of October 2026. */
import { sha256 } from '@noble/hashes/sha2.js';
import { isoText } from '../../engine/kernel/isoText.ts';
import { epochMs } from '../../engine/kernel/time.ts';
import { functionNamed } from '../../engine/lambda/function/functionNames.ts';
import type { World } from '../../engine/world.ts';
import { execute, type Operation } from '../operation.ts';
import {
  choice,
  flag,
  type Input,
  list,
  map,
  type Shape,
  structure,
  text,
  whole,
} from '../shape.ts';
import { base64Bytes, bytesBase64 } from './base64.ts';

const functionName = text({
  min: 1,
  max: 170,
  pattern:
    '(arn:(aws[a-zA-Z-]*)?:lambda:)?([a-z]{2}(-gov)?-[a-z]+-\\d{1}:)?(\\d{12}:)?(function:)?([a-zA-Z0-9-_]+)(:(\\$LATEST|[a-zA-Z0-9-_]+))?',
});
const named = structure({ FunctionName: functionName, Qualifier: text() }, 'FunctionName');

/** Members that both making and changing a function take. */
const settings: Readonly<Record<string, Shape>> = {
  Description: text({ max: 256 }),
  Handler: text({ max: 128, pattern: '[^\\s]+' }),
  Role: text({ pattern: 'arn:(aws[a-zA-Z-]*)?:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+' }),
  Runtime: text(),
  Timeout: whole({ min: 1, max: 900 }),
  MemorySize: whole({ min: 128, max: 10_240 }),
  Environment: structure({ Variables: map(text()) }),
  DeadLetterConfig: structure({ TargetArn: text() }),
  EphemeralStorage: structure({ Size: whole({ min: 512, max: 10_240 }) }, 'Size'),
  TracingConfig: structure({ Mode: choice('Active', 'PassThrough') }),
};

/** `FunctionConfiguration`: a function in AWS's words. */
export function configuration(world: World, number: number): Record<string, unknown> {
  const { region, accountId, startAtMs } = world.definition;
  const { name, settings: own, lastModifiedAt } = world.state.functions[number]!;
  const queue = world.state.targets.find(({ id }) => id === own.deadLetterTarget);
  const service = queue?.kind === 'SNS' ? 'sns' : 'sqs';
  return {
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:${region}:${accountId}:function:${name}`,
    Role: `arn:aws:iam::${accountId}:role/lambda-role`,
    Timeout: Math.ceil(own.timeoutMs / 1_000),
    MemorySize: own.memoryMb,
    LastModified: `${isoText(epochMs(startAtMs, lastModifiedAt))}+0000`,
    Version: '$LATEST',
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: ['x86_64'],
    ...(queue && {
      DeadLetterConfig: { TargetArn: `arn:aws:${service}:${region}:${accountId}:${queue.name}` },
    }),
    ...own.described,
  };
}

export const createFunction: Operation = {
  input: structure(
    {
      FunctionName: functionName,
      ...settings,
      Code: structure({
        ZipFile: text(),
        S3Bucket: text(),
        S3Key: text(),
        S3ObjectVersion: text(),
        ImageUri: text(),
      }),
      Publish: flag,
      PackageType: choice('Image', 'Zip'),
      Architectures: list(choice('x86_64', 'arm64'), { min: 1, max: 1 }),
      Layers: list(text()),
      Tags: map(text()),
    },
    'FunctionName',
    'Role',
    'Code',
  ),
  statusCode: 201,
  answer(simulation, input) {
    const described = { ...input, ...codeOf(input) };
    const number = execute<number>(simulation, 'lambda:CreateFunction', described);
    return configuration(simulation.world, number);
  },
};

/** What AWS tells of the code; of code in a bucket or a registry nothing is known here. */
function codeOf({ Code }: Input): Record<string, unknown> {
  const zip = (Code as { ZipFile?: unknown } | undefined)?.ZipFile;
  if (typeof zip !== 'string') return {};
  const bytes = base64Bytes(zip);
  return { CodeSize: bytes.length, CodeSha256: bytesBase64(sha256(bytes)) };
}

export const updateFunctionConfiguration: Operation = {
  input: structure({ FunctionName: functionName, ...settings }, 'FunctionName'),
  answer(simulation, input) {
    const number = execute<number>(simulation, 'lambda:UpdateFunctionConfiguration', input);
    return configuration(simulation.world, number);
  },
};

export const deleteFunction: Operation = {
  input: named,
  statusCode: 204,
  answer(simulation, input) {
    execute(simulation, 'lambda:DeleteFunction', input);
    return {};
  },
};

const reservedOf = (world: World, number: number): Record<string, unknown> => {
  const { reservedConcurrency } = world.state.functions[number]!.settings;
  if (reservedConcurrency === undefined) return {};
  return { ReservedConcurrentExecutions: reservedConcurrency };
};

export const putFunctionConcurrency: Operation = {
  input: structure(
    { FunctionName: functionName, ReservedConcurrentExecutions: whole({ min: 0 }) },
    'FunctionName',
    'ReservedConcurrentExecutions',
  ),
  answer(simulation, input) {
    const number = execute<number>(simulation, 'lambda:PutFunctionConcurrency', input);
    return reservedOf(simulation.world, number);
  },
};

export const deleteFunctionConcurrency: Operation = {
  input: structure({ FunctionName: functionName }, 'FunctionName'),
  statusCode: 204,
  answer(simulation, input) {
    execute(simulation, 'lambda:DeleteFunctionConcurrency', input);
    return {};
  },
};

export const getFunctionConcurrency: Operation = {
  input: structure({ FunctionName: functionName }, 'FunctionName'),
  answer: ({ world }, { FunctionName }) =>
    reservedOf(world, functionNamed(world, String(FunctionName))),
};

export const getFunctionConfiguration: Operation = {
  input: named,
  answer: ({ world }, { FunctionName }) =>
    configuration(world, functionNamed(world, String(FunctionName))),
};

export const getFunction: Operation = {
  input: named,
  answer({ world }, { FunctionName }) {
    const number = functionNamed(world, String(FunctionName));
    const reserved = reservedOf(world, number);
    return {
      Configuration: configuration(world, number),
      ...(Object.keys(reserved).length > 0 && { Concurrency: reserved }),
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
    const all = world.state.functions.flatMap(({ settings: { pipe }, isDeleted }, number) =>
      pipe || isDeleted ? [] : [number],
    );
    const from = Number((input.Marker as string | undefined) ?? 0) || 0;
    const limit = Math.min((input.MaxItems as number | undefined) ?? 50, 50);
    return {
      Functions: all.slice(from, from + limit).map((number) => configuration(world, number)),
      ...(from + limit < all.length && { NextMarker: String(from + limit) }),
    };
  },
};
