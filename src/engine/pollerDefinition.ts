/** Who looks at a table again and again: scans and exports. Part of `SimulationDefinition`. */
import type { AttributeMap } from './item/attributeValue.ts';

export interface PollerDefinition {
  id: string;
  /** Logical id of the table. */
  table: string;
  everyMs: number;
  /** The attribute holding epoch milliseconds that the scan's filter compares; empty for an export. */
  watermark: string;
  consistentRead: boolean;
  /** It is no scan: DynamoDB exports the table, or what changed in it, to S3. */
  export?: 'FULL_EXPORT' | 'INCREMENTAL_EXPORT';
  /** Parts of the table that are scanned side by side (`TotalSegments`); 1 where it is absent. */
  segments?: number;
  /** How far each poll looks back beyond the start of the one before. */
  overlapMs?: number;
  /** Attributes with the values that an item must have to be returned. */
  filter?: AttributeMap;
  /** Generated deletes set this attribute instead of deleting, so that a scan can find them. */
  softDelete?: string;
  /** The scan is held against the poller's copy: its keys show deletes, its items every difference. */
  compare?: 'Keys' | 'Items';
}
