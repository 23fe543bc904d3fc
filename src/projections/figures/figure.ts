/**
 * The inspector's figures as data: what is drawn, in parts of the whole (0 to 1) instead of pixels,
 * and what it says in words to who cannot see it.
 */
import type { StreamViewType } from '../../engine/definition.ts';
import type { CursorFlag, IteratorToken } from '../scene/scene.ts';
import type { PartState } from '../scene/transactions.ts';
import type { MappingFigure } from './mapping/shapes.ts';

interface FigureBase {
  title: string;
  /** The figure in a sentence or two: its caption, and its text alternative. */
  text: string;
}

/** The range of a table's hash, as a ring that its partitions share. */
export interface HashRing extends FigureBase {
  kind: 'hashRing';
  partitions: {
    partition: number;
    name: string;
    /** Of the hash range. */
    from: number;
    to: number;
    itemCount: number;
    writeUnitsPerSecond: number;
    /** Of the write units that a partition serves each second, at present; may be above 100. */
    percent: number;
    /** The most write units of any second. */
    peakPerSecond: number;
    /** Its open shard, or -1. */
    shard: number;
    shardLabel: string;
    /** Calls that it had no units for, ever; and whether it refuses some at present. */
    throttled: number;
    throttling: boolean;
    /** The item that more than half of its writes go to, or ''. */
    hottest: string;
    selected: boolean;
  }[];
  /** Where the items lie that are shown on the stage, and the one that is selected. */
  items: { item: number; label: string; at: number; selected: boolean }[];
  /** Writes of the table that were refused for want of capacity. */
  throttled: number;
}

export interface FamilyNode {
  shard: number;
  label: string;
  /** Whole for a shard without children or with one; between its children's for one that split. */
  row: number;
  /** On the axis of time. */
  from: number;
  to: number;
  open: boolean;
  recordCount: number;
  trimmedCount: number;
  selected: boolean;
  /** Readers that have not come to its end, and how far they have come. */
  readers: { mapping: number; reader: string; at: number; state: CursorFlag['state'] }[];
}

/** The shards of a stream as a family: generations from left to right, over the time of retention. */
export interface ShardFamily extends FigureBase {
  kind: 'shardFamily';
  rows: number;
  nodes: FamilyNode[];
  /** From a parent to each child that did not take its row. */
  joins: { at: number; fromRow: number; toRow: number }[];
  ticks: { at: number; label: string }[];
  /** Where records fall off, or -1 while nothing is as old as that. */
  horizon: number;
  /** Shards that had closed before the figure begins, or for which there is no room. */
  hidden: number;
}

/** One change as its record would be under each view type. */
export interface RecordViews extends FigureBase {
  kind: 'recordViews';
  /** That of the stream; null where no stream has the change. */
  own: StreamViewType | null;
  views: {
    viewType: StreamViewType;
    /** Bytes of each part, names and values; null where the view type leaves it out, or there is none. */
    keys: number;
    oldImage: number | null;
    newImage: number | null;
    sizeBytes: number;
    json: unknown;
  }[];
}

/** Two images of an item, attribute by attribute. */
export interface ImageDifference extends FigureBase {
  kind: 'imageDifference';
  rows: {
    name: string;
    isKey: boolean;
    /** Empty: the attribute was not there, or is no more. */
    from: string;
    to: string;
    change: 'same' | 'changed' | 'added' | 'removed';
  }[];
  /** Attributes that are not listed. */
  more: number;
}

/** The parts of a transaction, and how far each has come for each reader. */
export interface TransactionParts extends FigureBase {
  kind: 'transaction';
  /** A reader has some of them and not yet others. */
  torn: boolean;
  parts: {
    change: number;
    item: number;
    kind: number;
    label: string;
    /** Empty where no stream has it. */
    shardLabel: string;
    selected: boolean;
    readers: { reader: string; state: PartState }[];
  }[];
}

/** Readers of a stream or of one shard, each with its iterator. */
export interface IteratorList extends FigureBase {
  kind: 'iterators';
  rows: {
    shard: number;
    shardLabel: string;
    reader: string;
    /** A client's, which grows old; else Lambda's own. */
    byClient: boolean;
    iteratorType: string;
    position: string;
    age: string;
    left: string;
    /** Of its life, 0 to 1. */
    leftPart: number;
    state: IteratorToken['state'] | 'waiting';
    /** What it means that it is in this state; empty where it is plain. */
    why: string;
  }[];
  more: number;
}

/** Items that share a fate. */
export interface ItemList extends FigureBase {
  kind: 'itemList';
  list: 'beforeStream' | 'expired';
  items: { item: number; label: string; note: string }[];
  /** Items that are not listed. */
  more: number;
}

export type Figure =
  | HashRing
  | ShardFamily
  | RecordViews
  | ImageDifference
  | TransactionParts
  | IteratorList
  | ItemList
  | MappingFigure;
