/** UpdateFunctionCode: a zip's files become what a function runs. Rule: [H13]. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { FunctionCode } from '../../engine/functionCode.ts';
import { functionNamed } from '../../engine/lambda/function/functionNames.ts';
import type { World } from '../../engine/world.ts';
import { AwsError } from '../awsError.ts';
import { execute, type Operation } from '../operation.ts';
import { choice, flag, type Input, list, structure, text } from '../shape.ts';
import { base64Bytes, bytesBase64 } from './base64.ts';
import { configuration } from './functions.ts';
import { unzip } from './unzip.ts';

export const updateFunctionCode: Operation = {
  input: structure(
    {
      FunctionName: text({ min: 1, max: 170 }),
      /** Base64 of a zip. */
      ZipFile: text(),
      S3Bucket: text(),
      S3Key: text(),
      S3ObjectVersion: text(),
      ImageUri: text(),
      Publish: flag,
      DryRun: flag,
      RevisionId: text(),
      Architectures: list(choice('x86_64', 'arm64'), { min: 1, max: 1 }),
    },
    'FunctionName',
  ),
  answer(simulation, input) {
    const { world } = simulation;
    const number = functionNamed(world, String(input.FunctionName));
    const zip = zipOf(input);
    const code = codeFor(world, number, unzip(zip));
    if (input.DryRun !== true) {
      const described = { CodeSize: zip.length, CodeSha256: bytesBase64(sha256(zip)) };
      const { id } = world.state.functions[number]!;
      execute(simulation, 'shardscope:SaveCode', { function: id, code, described });
    }
    return configuration(world, number);
  },
};

/**
 * What an UpdateFunctionCode would let a function run, so that its language can be loaded before.
 * @returns null where the call will be refused
 */
export function codeOfCall(world: World, input: unknown): FunctionCode | null {
  try {
    const given = input as Input;
    return codeFor(world, functionNamed(world, String(given.FunctionName)), unzip(zipOf(given)));
  } catch {
    return null;
  }
}

/** @throws AwsError where the code comes from elsewhere */
function zipOf({ ZipFile }: Input): Uint8Array {
  if (typeof ZipFile === 'string') return base64Bytes(ZipFile);
  throw new AwsError(
    'InvalidParameterValueException',
    'Please provide a source for function code: here it is ZipFile, for there are no objects and no images.',
  );
}

/** [H13] Runtime and handler stay what they are; a function that never had any is named after its files. */
function codeFor(world: World, number: number, files: Record<string, string>): FunctionCode {
  const { code: row, settings } = world.state.functions[number]!;
  const before = row < 0 ? null : world.code.sources.get(row);
  const { Runtime, Handler, Environment } = settings.described ?? {};
  const paths = Object.keys(files);
  const isPython = paths.some((path) => /^[^/]+\.py$/u.test(path));
  const isConsole = isPython && 'lambda_function.py' in files;
  const own = isConsole ? 'lambda_function.lambda_handler' : 'index.handler';
  const { Variables } = (Environment ?? {}) as { Variables?: Record<string, string> };
  return {
    runtime: before?.runtime ?? String(Runtime ?? (isPython ? 'python3.13' : 'nodejs22.x')),
    handler: before?.handler ?? String(Handler ?? own),
    environment: before?.environment ?? Variables ?? {},
    files,
  };
}
