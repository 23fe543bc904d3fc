import {
  type CardBox,
  itemsThatFit,
  itemsTop,
  tableNotes,
} from '../../../projections/geometry/cardBox.ts';
import { TABLE } from '../../../projections/geometry/measures.ts';
import { utilisationText } from '../../../projections/scene/cardParts.ts';
import type {
  ItemMark,
  PartitionLane,
  TableCard as Table,
} from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { itemColour } from '../../theme/itemColour.ts';
import { sameSelection } from '../stageActions.ts';
import { dimClass, dimItemClass, useStage } from '../stageContext.ts';
import { walkWithArrows } from '../walkWithArrows.ts';
import { CardFrame, placeIn } from './CardFrame.tsx';

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
      <TableNotes card={card} />
    </CardFrame>
  );
}

/** At the card's foot: what the stream never told of, and what time to live has still to come to. */
function TableNotes({ card }: { card: Table }) {
  const { onSelect } = useStage();
  if (tableNotes(card) === 0) return null;
  const select = () => onSelect({ kind: 'table', table: card.table });
  return (
    <div className="table-notes">
      {card.expired > 0 && (
        <button
          type="button"
          className="table-note tone-behind"
          title={words.expiredInFull(card.expired)}
          onClick={select}
        >
          <ExpiredMark />
          <span>{words.expired(card.expired)}</span>
        </button>
      )}
      {card.beforeStream > 0 && (
        <button
          type="button"
          className="table-note"
          title={words.beforeStreamInFull(card.beforeStream)}
          onClick={select}
        >
          <span className="legend-ghost" aria-hidden="true" />
          <span>{words.beforeStreamCount(card.beforeStream)}</span>
        </button>
      )}
    </div>
  );
}

/** A clock: the item's time is over, and it is still there. */
const ExpiredMark = () => (
  <svg viewBox="-7 -7 14 14" width="13" height="13" aria-hidden="true">
    <circle r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M0-3.4V0H2.6" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

const itemName = ({ label, beforeStream, expired }: ItemMark): string =>
  [label, beforeStream ? words.beforeStream : '', expired ? words.hasExpired : '']
    .filter((part) => part !== '')
    .join(', ');

/** Warm from 80 % on, and glowing while it refuses. */
const heatOf = ({ throttling, utilisationPercent }: PartitionLane): string =>
  throttling ? ' is-throttling' : utilisationPercent >= 80 ? ' is-hot' : '';

function Partition(props: { partition: PartitionLane; index: number; box: CardBox }) {
  const { partition, index, box } = props;
  const { selection, onSelect, focus } = useStage();
  const lane = box.lanes.find((l) => l.lane === partition.partition);
  if (lane === undefined) return null;
  const about = { kind: 'partition', partition: partition.partition } as const;
  const isHot = partition.utilisationPercent >= 80;
  const room = itemsThatFit(lane.rect, partition.itemCount + partition.noOps.length);
  const items = partition.items.slice(-Math.max(1, room - partition.noOps.length));
  const hidden = partition.itemCount - items.length;
  return (
    <div
      className={`lane partition${heatOf(partition)}${
        sameSelection(selection, about) ? ' is-selected' : ''
      }${dimClass(focus, box.id, partition.partition)}`}
      style={placeIn(box, lane.rect)}
    >
      <div className="partition-line">
        <button type="button" className="lane-name" onClick={() => onSelect(about)}>
          {words.partition(index + 1)}
        </button>
        <span className={isHot ? 'tone-behind' : 'muted'}>{utilisationText(partition)}</span>
      </div>
      {partition.throttled > 0 && (
        <span
          className={
            partition.throttling ? 'partition-refused tone-bad' : 'partition-refused muted'
          }
          title={words.throttledInFull(partition.throttled, partition.hottest)}
        >
          {words.throttled(partition.throttled)}
        </span>
      )}
      <div className="capacity-bar" aria-hidden="true">
        <div
          className={isHot ? 'capacity-fill is-hot' : 'capacity-fill'}
          style={{ width: `${Math.min(100, partition.utilisationPercent)}%` }}
        />
      </div>
      <fieldset
        className="items"
        style={{ marginTop: itemsTop(lane.rect) - TABLE.itemsTop }}
        aria-label={words.itemsOf(words.partition(index + 1), partition.itemCount)}
        onKeyDown={walkWithArrows}
      >
        {items.map((item, i) => (
          <button
            type="button"
            key={item.item}
            tabIndex={i === 0 ? 0 : -1}
            className={`item${item.beforeStream ? ' is-ghost' : ''}${item.expired ? ' is-expired' : ''}${
              sameSelection(selection, { kind: 'item', item: item.item }) ? ' is-selected' : ''
            }${dimItemClass(focus, item.item)}`}
            style={{ color: itemColour(item.item) }}
            aria-label={itemName(item)}
            title={itemName(item)}
            onClick={() => onSelect({ kind: 'item', item: item.item })}
          >
            {item.expired && <ExpiredMark />}
          </button>
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
  const { selection, onSelect, focus } = useStage();
  const about = { kind: 'write', write: noOp.write } as const;
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`no-op${sameSelection(selection, about) ? ' is-selected' : ''}${dimItemClass(focus, noOp.item)}`}
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
