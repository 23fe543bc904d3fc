import { describe } from 'vitest';
import { aFunction } from '../../engine/testing/definitions.ts';
import { clientTests } from '../testing/clientTests.ts';
import { labDoor } from '../testing/labDoor.ts';
import { createRequestHandler } from './requestHandler.ts';

describe('[A10] clients of the SDK, without a network', () => {
  clientTests(async () => {
    const { door, wait } = await labDoor({ functions: [aFunction({ name: 'OrderProcessor' })] });
    return {
      config: { requestHandler: createRequestHandler({ call: door.call, seed: 7 }) },
      functionName: 'OrderProcessor',
      wait: async () => wait(1),
    };
  });
});
