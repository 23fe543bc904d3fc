/** Sentences of the log about tables, streams and mappings that come, change and go, and about reads. */
import { countOf } from '../spanText.ts';

export const tableWords = {
  created: (table: string): string => `${table} is being created.`,
  deleted: (table: string): string => `${table} is being deleted.`,
  settled: (table: string, status: string): string =>
    status === 'DELETED' ? `${table} is gone.` : `${table} is ${status}.`,
  throughputChanged: (table: string): string => `The throughput of ${table} was changed.`,
  streamEnabled: (table: string, label: string): string =>
    `${table} has a stream, ${label}: every change from now on enters it, nothing from before.`,
  streamDisabled: (table: string, label: string): string =>
    `The stream ${label} of ${table} was disabled: its shards close, and what they hold can be read for 24 h.`,
  read: (table: string, items: number, units: number): string =>
    `${countOf(items, 'item')} of ${table} read for ${countOf(units, 'read unit')}.`,
  iteratorIssued: (shard: string): string =>
    `A reader took an iterator for ${shard}, good for 15 minutes.`,
  streamRead: (shard: string, records: number): string =>
    records === 0
      ? `A reader of ${shard} got no records.`
      : `A reader of ${shard} got ${countOf(records, 'record')}.`,
  writeThrottled: (item: string): string =>
    `The write to ${item} was throttled: its partition has no capacity left in this second.`,
  readThrottled: (table: string): string =>
    `A read of ${table} was throttled: there is no capacity left in this second.`,
  transactionCommitted: (actions: number): string =>
    `A transaction of ${countOf(actions, 'action')} was committed; its records reach the stream one by one.`,
  transactionCancelled: (action: number): string =>
    `A transaction was cancelled by its action ${action}: nothing of it was done.`,
  timeToLiveOn: (table: string, attribute: string): string =>
    `Time to live of ${table} is on: items whose ${attribute} has passed are deleted, late.`,
  timeToLiveOff: (table: string): string => `Time to live of ${table} is off.`,
  expiryReached: (item: string): string =>
    `${item} has expired. It is still there, and can be read, until time to live comes to it.`,
  part: (text: string, part: number, of: number): string =>
    `${text.replace(/\.$/, '')}, as part ${part} of ${of} of a transaction.`,
  expired: (item: string): string =>
    `${item} had expired: time to live deleted it, and its record carries the service's identity.`,
  destinationOn: (table: string, stream: string): string =>
    `${table} sends its changes to ${stream}.`,
  destinationOff: (table: string, stream: string): string =>
    `${table} no longer sends its changes to ${stream}.`,
  mappingCreated: (fn: string): string =>
    `The event source mapping of ${fn} is being created: it reads nothing until it is Enabled.`,
  mappingEnabled: (fn: string): string => `The event source mapping of ${fn} is Enabled.`,
  mappingDisabled: (fn: string): string => `The event source mapping of ${fn} is Disabled.`,
  mappingDeleted: (fn: string): string => `The event source mapping of ${fn} is gone.`,
  mappingUpdating: (fn: string): string =>
    `The event source mapping of ${fn} is being updated: it stops reading and goes on with the new settings in some seconds (assumed).`,
  passedOver: (fn: string, records: number, shard: string): string =>
    `${fn} never sees ${countOf(records, 'record')} of ${shard}: written while its mapping was being created or updated, and it starts at LATEST.`,
};
