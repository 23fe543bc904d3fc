/**
 * DynamoDB's typed attribute values, in the shape of AWS's JSON. Numbers are decimal text; binary is
 * base64 text. Source: the DynamoDB API reference, AttributeValue.
 */
export type AttributeValue =
  | { S: string }
  | { N: string }
  | { B: string }
  | { SS: string[] }
  | { NS: string[] }
  | { BS: string[] }
  | { M: AttributeMap }
  | { L: AttributeValue[] }
  | { NULL: true }
  | { BOOL: boolean };

/** Attribute names to values; an item, a key or an image. */
export interface AttributeMap {
  [name: string]: AttributeValue;
}
