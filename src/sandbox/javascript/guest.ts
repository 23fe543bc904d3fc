/** What runs inside beside the user's code; the last of those that begin gives the ways in. */
import { awsSdkSource } from './guest/awsSdk.ts';
import { binarySource } from './guest/binary.ts';
import { documentsSource } from './guest/documents.ts';
import { globalsSource } from './guest/globals.ts';
import { inspectSource } from './guest/inspect.ts';
import { invokingSource } from './guest/invoking.ts';
import { modulesSource } from './guest/modules.ts';

/** Those that every environment needs. */
export const guestSources: readonly string[] = [modulesSource, globalsSource, invokingSource];

/** Those that are read when something asks for what they bring. */
export const guestParts: Readonly<Record<string, string>> = {
  inspect: inspectSource,
  binary: binarySource,
  awsSdk: awsSdkSource,
  documents: documentsSource,
};
