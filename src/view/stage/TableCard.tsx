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
  const items = partition.items.slice(-itemsThatFit(lane.rect, partition.itemCount));
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
        {hidden > 0 && <span className="items-more muted">{words.more(hidden)}</span>}
      </fieldset>
    </div>
  );
}
