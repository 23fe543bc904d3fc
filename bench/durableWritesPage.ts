/** Acknowledged commands through the worker, and the same rows put into IndexedDB with nothing else. */
import { Host } from '../src/runtime/page/host.ts';
import { readAnyLab } from '../src/runtime/readAnyLab.ts';

export interface DurableFigures {
  /** Per second. */
  commands: number;
  /** Per second. */
  rawPuts: number;
}

declare global {
  interface Window {
    /**
     * @param together so many are given at once, and the next when all are acknowledged.
     * @param count in all.
     */
    measureDurableWrites(together: number, count: number): Promise<DurableFigures>;
  }
}

const commandOf = (number: number) => ({
  call: 'dynamodb:PutItem',
  input: {
    TableName: 'Orders',
    Item: {
      id: { S: `bench#${number}` },
      status: { S: 'new' },
      note: { S: 'x'.repeat(300) },
    },
  },
});

window.measureDurableWrites = async (together, count) => {
  const raw = await openRaw();
  const host = new Host({ frame() {}, unasked() {} });
  const read = await readAnyLab({ id: 'orders' });
  if (!read.ok) throw new Error(read.error);
  const { definition } = read;
  await host.ask({ do: 'open', labId: `bench-${together}`, definition, fresh: true });
  const give = async (number: number) => {
    const answer = await host.ask({ do: 'command', command: commandOf(number) });
    if (!answer.ok) throw new Error(answer.error);
  };
  const put = (number: number) => putRaw(raw, number);
  let [commands, rawPuts] = [0, 0];
  for (let round = 0; round < 3; round++) {
    // By turns, so that a noisy moment strikes both.
    rawPuts = Math.max(rawPuts, await perSecond(together, count, put));
    commands = Math.max(commands, await perSecond(together, count, give));
  }
  host.close();
  raw.close();
  return { commands, rawPuts };
};

let nextNumber = 0;

async function perSecond(
  together: number,
  count: number,
  act: (number: number) => Promise<void>,
): Promise<number> {
  const begun = performance.now();
  for (let done = 0; done < count; done += together) {
    await Promise.all(Array.from({ length: together }, () => act(nextNumber++)));
  }
  return (count / (performance.now() - begun)) * 1_000;
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('raw', 1);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('commands', { keyPath: ['labId', 'branch', 'number'] });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** One row in a transaction of its own, as durable as the lab's. */
function putRaw(database: IDBDatabase, number: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('commands', 'readwrite', { durability: 'strict' });
    const row = { labId: 'raw', branch: 0, number, at: 0, command: commandOf(number) };
    transaction.objectStore('commands').put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
}
