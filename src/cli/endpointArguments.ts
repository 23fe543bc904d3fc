/** What `endpoint` was asked to do. */
import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run endpoint -- [options] [FILE|FOLDER|LAB]

Serves a lab over HTTP on this machine, to AWS's own command line and SDKs:
  aws dynamodb list-tables --endpoint-url http://localhost:8000
Any credentials are accepted. LAB is a built-in lab (orders without one): LABS.

  --port N              where to listen on the loopback address (8000); 0: any free port
  --speed N             virtual seconds per real second (1), at most 100000; 0: the clock stands still
  --record FILE         keep what was asked for as a lab file that replays it
  --allow-origin ORIGIN let pages of this origin call, such as http://localhost:5173; * for all
  --help                this text`;

const FASTEST = 100_000;

export interface EndpointArguments {
  lab: string;
  port: number;
  speed: number;
  recordFile?: string;
  allowOrigin?: string;
}

/** The arguments, `'help'`, or a sentence that says what is wrong with them. */
export function parseEndpointArguments(
  argv: readonly string[],
): EndpointArguments | 'help' | { error: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return { error: (error as Error).message };
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const { port = '8000', speed = '1', record, 'allow-origin': allowOrigin } = values;
  if (positionals.length > 1) return { error: `One lab at a time, not also ${positionals[1]}.` };
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    return { error: `--port ${port} is not a port; a number from 0 to 65535 is expected.` };
  }
  if (!/^\d+(\.\d+)?$/u.test(speed) || Number(speed) > FASTEST) {
    return { error: `--speed ${speed} is not a number from 0 to ${FASTEST}.` };
  }
  if (allowOrigin !== undefined && allowOrigin !== '*' && !isOrigin(allowOrigin)) {
    return {
      error: `--allow-origin ${allowOrigin} is not an origin; one such as http://localhost:5173 is expected.`,
    };
  }
  return {
    lab: positionals[0] ?? 'orders',
    port: Number(port),
    speed: Number(speed),
    ...(record !== undefined && { recordFile: record }),
    ...(allowOrigin !== undefined && { allowOrigin }),
  };
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      speed: { type: 'string' },
      record: { type: 'string' },
      'allow-origin': { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}
