/** A refusal in AWS's words: the error's name on the wire and its message, fit to be shown as they are. */
export class ItemError extends Error {
  /** `ValidationException`, `ConditionalCheckFailedException` … */
  readonly awsName: string;
  /** Where in the input it is: names and indexes from the outside in; empty for the whole. */
  path: readonly (string | number)[] = [];
  /** What AWS sends beside the message, if anything. */
  extra?: Record<string, unknown>;

  constructor(awsName: string, message: string) {
    super(message);
    this.name = awsName;
    this.awsName = awsName;
  }
}

/** The error of nearly every malformed request. */
export const validationError = (message: string): ItemError =>
  new ItemError('ValidationException', message);

/** A validation error whose message begins as AWS's do for a wrong parameter. */
export const invalidParameter = (message: string): ItemError =>
  validationError(`One or more parameter values were invalid: ${message}`);
