import { type CardBox, slotTray, slotWords } from '../../../projections/geometry/cardBox.ts';
import { FUNCTION } from '../../../projections/geometry/measures.ts';
import type { BatchSlot, FunctionCard } from '../../../projections/scene/scene.ts';
import { slotLine, slotText } from '../../../projections/scene/slotText.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { dimClass, useScene, useStage } from '../stageContext.ts';
import { placeIn } from './CardFrame.tsx';

/** A slot for each reader: its batch, how full it is, the parts it was split into, what comes next. */
export function BatchSlots({ card, box }: { card: FunctionCard; box: CardBox }) {
  return card.slots.map((slot) => <Slot key={slot.consumer} slot={slot} card={card} box={box} />);
}

function Slot(props: { slot: BatchSlot; card: FunctionCard; box: CardBox }) {
  const { slot, card, box } = props;
  const { onSelect, focus } = useStage();
  const { at } = useScene();
  const lane = box.lanes.find((l) => l.lane === slot.consumer);
  if (lane === undefined) return null;
  const says = slotText(slot, card.batchSize, at);
  const isFailing = slot.attempts > 0;
  const full = words.slotName(slot.shardLabel, says, slot.halves);
  return (
    <>
      <button
        type="button"
        className={`slot slot-${slot.state}${dimClass(focus, box.id, slot.consumer)}`}
        style={placeIn(box, lane.rect)}
        aria-label={full}
        title={full}
        onClick={() => onSelect({ kind: 'mapping', mapping: card.mapping })}
      >
        <span className="slot-label mono" style={{ width: FUNCTION.slotLabelWidth }}>
          {slot.shardLabel.replace(/^shard /, '')}
        </span>
        <Tray slot={slot} width={slotTray(lane.rect).width} />
      </button>
      {box.isDetailed && (
        <p
          className={`slot-says${isFailing ? ' tone-bad' : ''}${dimClass(focus, box.id, slot.consumer)}`}
          style={placeIn(box, slotWords(card, lane.rect))}
          aria-hidden="true"
        >
          {slotLine(slot, card, at)}
        </p>
      )}
    </>
  );
}

/** The records themselves are painted on the canvas above it. */
function Tray({ slot, width }: { slot: BatchSlot; width: number }) {
  const room = Math.floor((width - 12) / FUNCTION.markPitch);
  const { halves, sizePart, windowPart } = slot;
  return (
    <span className="slot-tray">
      {slot.total > room && halves.length === 0 && (
        <span className="slot-more">
          {words.more(slot.total - Math.min(slot.marks.length, room - 2))}
        </span>
      )}
      {halves.map((records, i) => (
        <span key={i} className="slot-half">
          {records}
        </span>
      ))}
      {slot.state === 'buffering' && (
        <>
          <span className="slot-fill slot-fill-size" style={{ width: `${sizePart * 100}%` }} />
          <span className="slot-fill slot-fill-window" style={{ width: `${windowPart * 100}%` }} />
        </>
      )}
    </span>
  );
}
