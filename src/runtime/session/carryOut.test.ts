import { describe, expect, it } from 'vitest';
import type { ServiceName } from '../../aws/door.ts';
import type { CallDone } from '../messages.ts';
import { sessionBench } from '../testing/sessionBench.ts';

const SECOND = 1_000_000;

async function callBench() {
  const bench = sessionBench();
  await bench.open();
  const call = async (service: ServiceName, operation: string, input: unknown) => {
    const body = await bench.reply({ do: 'call', service, operation, input });
    if (!body.ok) throw new Error(body.error);
    return body.value as CallDone;
  };
  const put = (id: string, more: object = {}) =>
    call('dynamodb', 'PutItem', { TableName: 'Orders', Item: { id: { S: id } }, ...more });
  return { bench, call, put };
}

describe('a call', () => {
  it('[B1] is answered at the playhead, and stored before', async () => {
    const { bench, call, put } = await callBench();
    await bench.frame({ do: 'advance', to: SECOND });
    expect(await put('mine', { ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      branched: false,
      answer: {
        ok: true,
        statusCode: 200,
        output: { ConsumedCapacity: { TableName: 'Orders', CapacityUnits: 1 } },
      },
    });
    expect(bench.storage.commands.get('busy')).toMatchObject([
      { at: SECOND, command: { call: 'dynamodb:PutItem', immediate: true } },
    ]);
    const { answer } = await call('dynamodb', 'GetItem', {
      TableName: 'Orders',
      Key: { id: { S: 'mine' } },
    });
    expect(answer).toMatchObject({ output: { Item: { id: { S: 'mine' } } } });
  });

  it('that only looks leaves no trace', async () => {
    const { bench, call } = await callBench();
    await bench.frame({ do: 'advance', to: 2 * SECOND });
    await bench.frame({ do: 'seek', to: SECOND });
    const before = await bench.digest();
    const { answer, branched } = await call('dynamodb', 'DescribeTable', { TableName: 'Orders' });
    expect(answer.ok).toBe(true);
    expect(branched).toBe(false);
    expect(bench.storage.commands.get('busy')).toEqual([]);
    expect(await bench.digest()).toBe(before);
  });

  it('that AWS refuses is answered so', async () => {
    const { bench, put } = await callBench();
    const { answer } = await put('x', { TableName: 'Nothing' });
    expect(answer).toMatchObject({ ok: false, error: { name: 'ResourceNotFoundException' } });
    expect(bench.storage.commands.get('busy')).toEqual([]);
  });

  it('[B4] is part of the history that is returned to', async () => {
    const { bench, put } = await callBench();
    for (let i = 1; i <= 5; i++) {
      await bench.frame({ do: 'advance', to: i * SECOND });
      await put(`mine#${i}`);
      await put(`mine#${i}`, { ConditionExpression: 'attribute_not_exists(id)' });
    }
    await bench.frame({ do: 'advance', to: 9 * SECOND });
    const digest = await bench.digest();
    await bench.frame({ do: 'seek', to: SECOND / 2 });
    await bench.frame({ do: 'seek', to: 9 * SECOND });
    expect(await bench.digest()).toBe(digest);
  });

  it('[B3] in the past begins a branch', async () => {
    const { bench, put } = await callBench();
    await bench.frame({ do: 'advance', to: 5 * SECOND });
    await put('late');
    await bench.frame({ do: 'seek', to: SECOND });
    expect((await put('early')).branched).toBe(true);
    expect(bench.storage.commands.get('busy')!.map(({ branch, at }) => [branch, at])).toEqual([
      [0, 5 * SECOND],
      [1, SECOND],
    ]);
  });
});
