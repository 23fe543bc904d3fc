/** `tsx src/cli/builtInReadings.ts`: prints what the built-in labs' files say, read, by their ids, as one line of JSON. */
import { builtInLabs } from '../lab/builtIn/index.ts';
import { readAnyLab } from '../runtime/readAnyLab.ts';

const readings: Record<string, unknown> = {};
for (const { id } of builtInLabs) {
  const read = await readAnyLab({ id });
  if (!read.ok) throw new Error(read.error);
  readings[id] = read;
}
process.stdout.write(`${JSON.stringify(readings)}\n`);
