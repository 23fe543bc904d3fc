import type { Edge, EdgeProps } from '@xyflow/react';
import type { EdgeLine } from '../../projections/geometry/edges.ts';

export type LineEdge = Edge<{ d: string; look: EdgeLine['look'] }, 'line'>;

/** A quiet hairline along the very path on which records travel. */
function LineEdgeView({ data }: EdgeProps<LineEdge>) {
  return <path className={`line line-${data?.look ?? 'plain'}`} d={data?.d ?? ''} fill="none" />;
}

export const lineEdgeTypes = { line: LineEdgeView };
