/** The variables that Lambda sets, and the function's own. */
import type { Surroundings } from './interpreter.ts';

export function environmentVariables(surroundings: Surroundings): Record<string, string> {
  const { code, functionName, region, memoryMb, logStream } = surroundings;
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${code.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: functionName,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${functionName}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStream,
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    LAMBDA_TASK_ROOT: '/var/task',
    LAMBDA_RUNTIME_DIR: '/var/runtime',
    _HANDLER: code.handler,
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    ...code.environment,
  };
}
