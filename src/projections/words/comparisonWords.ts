/** Names of the ways of learning of changes. */
export const comparisonWords = {
  stream: (fn: string): string => `Stream → ${fn}`,
  kinesis: (stream: string, fn: string): string => `Kinesis ${stream} → ${fn}`,
  scan: (poller: string): string => poller,
};
