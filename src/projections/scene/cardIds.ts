/** The ids of cards: one for each thing on the stage, the same in scenes, links and flights. */
export const cardId = {
  writers: (table: number): string => `writers:${table}`,
  table: (table: number): string => `table:${table}`,
  stream: (stream: number): string => `stream:${stream}`,
  kinesisStream: (stream: number): string => `kinesis:${stream}`,
  /** A function has one card for each mapping that invokes it. */
  mapping: (mapping: number): string => `function:${mapping}`,
  /** And one of its own as long as no mapping has ever been made for it. */
  idleFunction: (fn: number): string => `idle:${fn}`,
  target: (target: number): string => `target:${target}`,
  alarm: (alarm: number): string => `alarm:${alarm}`,
  poller: (poller: number): string => `poller:${poller}`,
};
