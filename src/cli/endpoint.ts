/**
 * `npm run endpoint`: a lab behind AWS's own wire protocols, on the loopback address, while its clock
 * follows the real one.
 */
import type { AddressInfo } from 'node:net';
import { createDoor } from '../aws/door.ts';
import { answerRequest, readRequest } from '../aws/wire/jsonProtocol.ts';
import type { WireRequest, WireResponse } from '../aws/wire/wireMessage.ts';
import type { SimulationDefinition } from '../engine/definition.ts';
import { builtInLabs } from '../lab/builtIn/index.ts';
import { labErrorLine } from '../lab/labError.ts';
import { readLab } from '../lab/readLab.ts';
import { hostCode, openWithCode } from '../runtime/codeHost.ts';
import { languagesOfWish } from '../runtime/session/codeOfWish.ts';
import { type EndpointArguments, parseEndpointArguments, USAGE } from './endpointArguments.ts';
import { createHttpEndpoint } from './httpEndpoint.ts';
import { findLab } from './labFile.ts';
import { LiveClock } from './liveClock.ts';
import { Recording } from './recording.ts';

const LOOPBACK = '127.0.0.1';
/** How many connections may wait to be accepted. */
const BACKLOG = 2_048;
/** Where Lambda takes new code. */
const isCode = /\/functions\/[^/]+\/code$/u;
const FOLLOW_EVERY_MS = 50;
const RECORD_EVERY_MS = 5_000;
const EXIT = { done: 0, failed: 1, wrongInput: 2 } as const;

await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<void> {
  const given = parseEndpointArguments(argv);
  if (given === 'help') {
    const labs = builtInLabs.map(({ id }) => id).join(', ');
    process.stdout.write(`${USAGE.replace('LABS', labs)}\n`);
    return;
  }
  if ('error' in given) return refuse([given.error, 'Try --help.']);
  const found = findLab(given.lab);
  if ('error' in found) return refuse([found.error]);
  const reading = readLab(found.text, found.files);
  if (!reading.ok) {
    return refuse(reading.errors.map((error) => `${given.lab}:${labErrorLine(error)}`));
  }
  await serve(reading.definition, given);
}

function refuse(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = EXIT.wrongInput;
}

async function serve(definition: SimulationDefinition, given: EndpointArguments): Promise<void> {
  const simulation = await openWithCode(definition);
  const door = createDoor(simulation);
  const clock = new LiveClock(simulation, given.speed, () => performance.now());
  const recording =
    given.recordFile === undefined ? null : new Recording(simulation, given.recordFile);
  let number = 0;
  const answer = (request: WireRequest): WireResponse => {
    clock.stamp();
    try {
      return answerRequest(door, request, { seed: definition.seed, number: number++ });
    } finally {
      recording?.note();
    }
  };
  /** Code in a language that is not loaded yet waits for it. */
  const answerWithCode = async (request: WireRequest): Promise<WireResponse> => {
    const read = readRequest(request, { seed: definition.seed, number });
    if ('call' in read) {
      await hostCode(simulation, languagesOfWish(simulation, { do: 'call', ...read.call }));
    }
    return answer(request);
  };
  const { allowOrigin } = given;
  const server = createHttpEndpoint({
    answer: (request) => (isCode.test(request.path) ? answerWithCode(request) : answer(request)),
    complain,
    ...(allowOrigin !== undefined && { allowOrigin }),
  });
  server.on('error', (error) => {
    process.stderr.write(`${sentenceOf(error, given.port)}\n`);
    process.exit(EXIT.failed);
  });
  process.on('uncaughtException', complain); // one client's trouble is not the others'
  server.listen({ host: LOOPBACK, port: given.port, backlog: BACKLOG }, () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(
      `${definition.title} answers at http://localhost:${port}\n` +
        `  aws dynamodb list-tables --endpoint-url http://localhost:${port}\n`,
    );
  });
  every(FOLLOW_EVERY_MS, () => clock.follow());
  if (recording) every(RECORD_EVERY_MS, () => recording.write());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      try {
        recording?.write();
      } catch (error) {
        complain(error);
      }
      process.exit(EXIT.done);
    });
  }
}

/** Does something again and again; a failure of it is told and ends nothing. */
function every(spanMs: number, what: () => void): void {
  setInterval(() => {
    try {
      what();
    } catch (error) {
      complain(error);
    }
  }, spanMs);
}

let lastComplaint = '';
/** Tells of something that should not have happened, once. */
function complain(error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  if (text === lastComplaint) return;
  lastComplaint = text;
  process.stderr.write(`${text}\n`);
}

function sentenceOf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken; choose another with --port.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used; choose one above 1023.`;
  return `The endpoint cannot listen: ${error.message}.`;
}
