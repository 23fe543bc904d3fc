/** Pieces of which resources are written. */
import type { TargetKind } from '../../engine/definition.ts';

export type Properties = Record<string, unknown>;

export const resource = (type: string, properties: Properties): Properties => ({
  Type: type,
  ...(Object.keys(properties).length > 0 && { Properties: properties }),
});

export const attribute = (id: string, name: string): Properties => ({ 'Fn::GetAtt': [id, name] });

export const named = (property: string, { id, name }: { id: string; name: string }): Properties =>
  name === id ? {} : { [property]: name };

export const destinationArn = (id: string, kind: TargetKind | undefined): Properties =>
  kind === 'SNS' ? { Ref: id } : attribute(id, 'Arn');
