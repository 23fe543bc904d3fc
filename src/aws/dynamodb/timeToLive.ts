import { existingTable } from '../../engine/dynamodb/tableCalls.ts';
import { after } from '../../engine/kernel/time.ts';
import { TIME_TO_LIVE_SETTLES } from '../../engine/limits.ts';
import { execute, type Operation } from '../operation.ts';
import { flag, structure } from '../shape.ts';
import { attributeName, tableName } from './members.ts';

export const updateTimeToLive: Operation = {
  input: structure(
    {
      TableName: tableName,
      TimeToLiveSpecification: structure(
        { Enabled: flag, AttributeName: attributeName },
        'Enabled',
        'AttributeName',
      ),
    },
    'TableName',
    'TimeToLiveSpecification',
  ),
  answer(simulation, input) {
    execute<number>(simulation, 'dynamodb:UpdateTimeToLive', input);
    return { TimeToLiveSpecification: input.TimeToLiveSpecification };
  },
};

export const describeTimeToLive: Operation = {
  input: structure({ TableName: tableName }, 'TableName'),
  answer({ world }, input) {
    const table = world.state.tables[existingTable(world, String(input.TableName))]!;
    const { timeToLiveAttribute: AttributeName, timeToLiveChangedAt: changedAt } = table;
    const isSettling = changedAt >= 0 && after(changedAt, TIME_TO_LIVE_SETTLES) > world.now;
    const status = isSettling
      ? { on: 'ENABLING', off: 'DISABLING' }
      : { on: 'ENABLED', off: 'DISABLED' };
    return {
      TimeToLiveDescription:
        AttributeName === null
          ? { TimeToLiveStatus: status.off }
          : { TimeToLiveStatus: status.on, AttributeName },
    };
  },
};
