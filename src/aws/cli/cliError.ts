/** A mistake in a command that is found before anything is called. */
export class CliError extends Error {
  /** Whether the way to use the command is to be shown as well. */
  readonly showsUsage: boolean;

  constructor(message: string, showsUsage = false) {
    super(message);
    this.showsUsage = showsUsage;
  }
}

/** How the parser of arguments complains. */
export const usageError = (message: string): CliError =>
  new CliError(`aws: error: ${message}`, true);

/** How a single value is complained about. */
export const valueError = (option: string, message: string): CliError =>
  new CliError(`Error parsing parameter '${option}': ${message}`);
