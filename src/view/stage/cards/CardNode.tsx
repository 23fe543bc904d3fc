import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo, startTransition, useEffect, useMemo, useState } from 'react';
import type { CardBox } from '../../../projections/geometry/cardBox.ts';
import { overlap, type Rect } from '../../../projections/geometry/rect.ts';
import type { Card } from '../../../projections/scene/scene.ts';
import { beginPending } from '../../frameLoop.ts';
import { useScene, useStage } from '../stageContext.ts';
import { AlarmCard } from './AlarmCard.tsx';
import { FunctionCard } from './FunctionCard.tsx';
import { PollerCard } from './PollerCard.tsx';
import { StreamCard } from './StreamCard.tsx';
import { TableCard } from './TableCard.tsx';
import { TargetCard } from './TargetCard.tsx';
import { TileCard } from './TileCard.tsx';
import { WritersCard } from './WritersCard.tsx';
import './functionCard.css';

export type CardNode = Node<{ box: CardBox }, 'card'>;

/**
 * A React Flow node for a card. Its place comes with the node; its contents come from the scene, so
 * that React Flow has nothing to do when only they change.
 */
function CardNodeView({ id, data }: NodeProps<CardNode>) {
  const { layout, seen, focus } = useStage();
  const card = useScene().cards.find((c) => c.id === id);
  const { box } = data;
  const isFilled = useIsFilled();
  const drawn = useMemo(() => seenLanes(box, seen), [box, seen]);
  const isDimmed = focus?.cards?.has(id) === false;
  const isTile = layout.detail === 'far' || (seen !== null && !overlap(box.rect, seen));
  return (
    <div className={isDimmed ? 'is-dimmed' : undefined}>
      <Handle type="target" position={Position.Left} isConnectable={false} className="port" />
      {isFilled &&
        card !== undefined &&
        (isTile ? <TileCard card={card} box={box} /> : <CardView card={card} box={drawn} />)}
      <Handle type="source" position={Position.Right} isConnectable={false} className="port" />
    </div>
  );
}

/**
 * React Flow brings its nodes in one go; what is in them follows in slices, between which the page
 * answers and paints.
 */
function useIsFilled(): boolean {
  const [isFilled, setFilled] = useState(false);
  useEffect(() => {
    if (isFilled) return;
    startTransition(() => setFilled(true));
    return beginPending();
  }, [isFilled]);
  return isFilled;
}

/** On a large stage, a card with those of its lanes that are near what is seen. */
const seenLanes = (box: CardBox, seen: Rect | null): CardBox =>
  seen === null ? box : { ...box, lanes: box.lanes.filter(({ rect }) => overlap(rect, seen)) };

/** Drawn anew only when the card itself has changed. */
const CardView = memo(function CardView({ card, box }: { card: Card; box: CardBox }) {
  switch (card.type) {
    case 'writers':
      return <WritersCard card={card} box={box} />;
    case 'table':
      return <TableCard card={card} box={box} />;
    case 'stream':
      return <StreamCard card={card} box={box} />;
    case 'function':
      return <FunctionCard card={card} box={box} />;
    case 'target':
      return <TargetCard card={card} box={box} />;
    case 'alarm':
      return <AlarmCard card={card} box={box} />;
    case 'poller':
      return <PollerCard card={card} box={box} />;
  }
});

export const cardNodeTypes = { card: CardNodeView };
