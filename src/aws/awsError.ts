/** A refusal of the front door, with whatever AWS sends beside the message. */
import type { CallError } from './door.ts';

export class AwsError extends Error {
  readonly awsName: string;
  readonly extra: Record<string, unknown> | undefined;

  constructor(awsName: string, message: string, extra?: Record<string, unknown>) {
    super(message);
    this.name = awsName;
    this.awsName = awsName;
    this.extra = extra;
  }
}

/** HTTP status codes that are not 400. Lambda's REST interface tells more of them apart. */
const STATUS_CODES: Readonly<Record<string, number>> = {
  InternalServerError: 500,
  ServiceException: 500,
  'lambda:ResourceNotFoundException': 404,
  'lambda:ResourceConflictException': 409,
  'lambda:TooManyRequestsException': 429,
  'lambda:RequestTooLargeException': 413,
};

export function statusCodeOf(service: string, name: string): number {
  return STATUS_CODES[`${service}:${name}`] ?? STATUS_CODES[name] ?? 400;
}

/** An error that a call ended with, or null where it is none of AWS's. */
export function callError(service: string, error: unknown): CallError | null {
  if (!isRefusal(error)) return null;
  const { awsName: name, message } = error;
  const statusCode = statusCodeOf(service, name);
  const { extra: own } = error as { extra?: Record<string, unknown> };
  const extra = service === 'lambda' ? { Type: blamed(statusCode), ...own } : own;
  return extra ? { name, message, statusCode, extra } : { name, message, statusCode };
}

/** Who is at fault, as Lambda says beside the message of every error. */
export const blamed = (statusCode: number): string => (statusCode >= 500 ? 'Service' : 'User');

/** The engine's refusals and the door's own. */
const isRefusal = (error: unknown): error is Error & { awsName: string } =>
  error instanceof Error && 'awsName' in error;
