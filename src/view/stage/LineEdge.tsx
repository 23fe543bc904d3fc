import type { Edge, EdgeProps } from '@xyflow/react';
import type { EdgeLine } from '../../projections/geometry/edges.ts';
import { isLineInFocus } from '../../projections/scene/focus.ts';
import { useStage } from './stageContext.ts';

export type LineEdge = Edge<{ line: EdgeLine }, 'line'>;

/** A quiet hairline along the very path on which records travel. */
function LineEdgeView({ data }: EdgeProps<LineEdge>) {
  const { focus } = useStage();
  if (data === undefined) return null;
  const { line } = data;
  const isDimmed = focus !== null && !isLineInFocus(focus, line);
  return (
    <path
      className={`line line-${line.look}${isDimmed ? ' is-dimmed' : ''}`}
      d={line.path.d}
      fill="none"
    />
  );
}

export const lineEdgeTypes = { line: LineEdgeView };
