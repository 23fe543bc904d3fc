/** What the reader has to know of one type of resource. */
import type { TargetKind } from '../../engine/definition.ts';
import type { Lab, Resource } from '../lab.ts';

/** Who a resource is, once its name and the lab's account and Region are known. */
export interface Who {
  name: string;
  region: string;
  accountId: string;
  startAtMs: number;
}

export interface ResourceType {
  /** As a sentence calls it: `a DynamoDB table`. */
  noun: string;
  /** The property that holds the physical name; the logical id stands in where it is not set. */
  nameProperty?: string;
  /** What `Ref` gives; the name where this is absent. */
  ref?: (who: Who) => string;
  /** What `Fn::GetAtt` gives. */
  attributes?: { readonly [attribute: string]: (who: Who) => string };
  /** As the target of an effect. */
  targetKind?: TargetKind;
  /** Reads the properties into the lab. Absent: the type is not simulated. */
  read?: (resource: Resource, lab: Lab) => void;
  /** A second reading, when every other resource has had its first. */
  link?: (resource: Resource, lab: Lab) => void;
}
