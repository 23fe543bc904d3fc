import { type CardBox, itemsThatFit } from '../../projections/geometry/cardBox.ts';
import type { PartitionLane, TableCard as Table } from '../../projections/scene.ts';
import { itemColour } from '../theme/itemColour.ts';
import { stageWords as words } from '../words/stage.ts';
import { CardFrame, placeIn } from './CardFrame.tsx';
import { sameSelection } from './stageActions.ts';
import { useStage } from './stageContext.ts';
import { walkWithArrows } from './walkWithArrows.ts';

/** A table as its partitions, each with the items that live in it. */
export function TableCard({ card, box }: { card: Table; box: CardBox }) {
  return (
    <CardFrame
      box={box}
      kicker={words.dynamoDbTable}
      title={card.title}
      detail={words.items(card.itemCount)}
      about={{ kind: 'table', table: card.table }}
    >
      <p className="lane-caption table-caption">
        <span>{words.partitions}</span>
        <span>{words.capacity}</span>
      </p>
      {card.partitions.map((partition, i) => (
        <Partition key={partition.partition} partition={partition} index={i} box={box} />
      ))}
    </CardFrame>
  );
}

function Partition(props: { partition: PartitionLane; index: number; box: CardBox }) {
  const { partition, index, box } = props;
  const { selection, onSelect } = useStage();
  const lane = box.lanes.find((l) => l.lane === partition.partition);
  if (lane === undefined) return null;
  const about = { kind: 'partition', partition: partition.partition } as const;
  const used = partition.utilisationPercent;
  const percent = used > 0 && used < 9.95 ? Math.round(used * 10) / 10 : Math.round(used);
  const room = itemsThatFit(lane.rect, partition.itemCount + partition.noOps.length);
  const items = partition.items.slice(-Math.max(1, room - partition.noOps.length));
  const hidden = partition.itemCount - items.length;
  return (
    <div
      className={`lane partition${sameSelection(selection, about) ? ' is-selected' : ''}`}
      style={placeIn(box, lane.rect)}
    >
      <div className="partition-line">
        <button type="button" className="lane-name" onClick={() => onSelect(about)}>
          {words.partition(index + 1)}
        </button>
        <span className={percent >= 80 ? 'tone-behind' : 'muted'}>{percent} %</span>
      </div>
      <div className="capacity-bar" aria-hidden="true">
        <div
          className={percent >= 80 ? 'capacity-fill is-hot' : 'capacity-fill'}
          style={{ width: `${Math.min(100, partition.utilisationPercent)}%` }}
        />
      </div>
      <fieldset
        className="items"
        aria-label={words.itemsOf(words.partition(index + 1), partition.itemCount)}
        onKeyDown={walkWithArrows}
      >
        {items.map((item, i) => (
          <button
            type="button"
            key={item.item}
            tabIndex={i === 0 ? 0 : -1}
            className={`item${item.beforeStream ? ' is-ghost' : ''}${
              sameSelection(selection, { kind: 'item', item: item.item }) ? ' is-selected' : ''
            }`}
            style={{ color: itemColour(item.item) }}
            aria-label={item.beforeStream ? `${item.label}, ${words.beforeStream}` : item.label}
            title={item.beforeStream ? `${item.label}: ${words.beforeStream}` : item.label}
            onClick={() => onSelect({ kind: 'item', item: item.item })}
          />
        ))}
        {partition.noOps.map((noOp) => (
          <NoOp key={noOp.write} noOp={noOp} />
        ))}
        {hidden > 0 && <span className="items-more muted">{words.more(hidden)}</span>}
      </fieldset>
    </div>
  );
}

/** A write that changed nothing, for a moment: hollow, because it goes no further than here. */
function NoOp({ noOp }: { noOp: PartitionLane['noOps'][number] }) {
  const { selection, onSelect } = useStage();
  const about = { kind: 'write', write: noOp.write } as const;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`no-op${sameSelection(selection, about) ? ' is-selected' : ''}`}
      style={{ color: itemColour(noOp.item) }}
      aria-label={words.noOp(noOp.label)}
      title={words.noOp(noOp.label)}
      onClick={() => onSelect(about)}
    >
      <svg viewBox="-8 -8 16 16" width="12" height="12" aria-hidden="true">
        <path
          d={noOp.kind === 3 ? 'M-5-5H5V5H-5Z' : 'M0-6.5 6.5 0 0 6.5-6.5 0Z'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="2.4 1.8"
        />
      </svg>
    </button>
  );
}
