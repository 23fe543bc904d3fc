import type { FaultKind } from '../../engine/definition.ts';
import { type CardBox, slotTray } from '../../projections/geometry/cardBox.ts';
import { FUNCTION } from '../../projections/geometry/measures.ts';
import type { BatchSlot, FunctionCard as Lambda } from '../../projections/scene.ts';
import { spanText } from '../../projections/spanText.ts';
import { stageWords as words } from '../words/stage.ts';
import { CardFrame, placeIn } from './CardFrame.tsx';
import { useStage } from './stageContext.ts';

const faultKinds: readonly FaultKind[] = ['Error', 'Poison', 'Slow', 'CrashAfterEffect'];

/** A function behind its mapping: settings, a slot for each shard it reads, and what breaks it. */
export function FunctionCard({ card, box }: { card: Lambda; box: CardBox }) {
  const { onSelect } = useStage();
  return (
    <CardFrame
      box={box}
      kicker={words.lambda}
      title={card.title}
      about={{ kind: 'function', function: card.function }}
    >
      {card.mapping >= 0 && (
        <button
          type="button"
          className="function-settings"
          onClick={() => onSelect({ kind: 'mapping', mapping: card.mapping })}
        >
          {words.batch(card.batchSize, card.windowMs > 0 ? spanText(card.windowMs) : '')}
        </button>
      )}
      {card.slots.map((slot) => (
        <Slot key={slot.consumer} slot={slot} mapping={card.mapping} box={box} />
      ))}
      <div className="function-foot">
        <p className={`card-status tone-${card.tone}`} title={card.status}>
          {card.status}
        </p>
        <Faults card={card} />
      </div>
    </CardFrame>
  );
}

function Slot(props: { slot: BatchSlot; mapping: number; box: CardBox }) {
  const { slot, mapping, box } = props;
  const { onSelect } = useStage();
  const lane = box.lanes.find((l) => l.lane === slot.consumer);
  if (lane === undefined) return null;
  const room = Math.floor((slotTray(lane.rect).width - 12) / FUNCTION.markPitch);
  return (
    <button
      type="button"
      className={`slot slot-${slot.state}`}
      style={placeIn(box, lane.rect)}
      aria-label={words.slotName(slot.shardLabel, slot.total, slot.attempts)}
      onClick={() => onSelect({ kind: 'mapping', mapping })}
    >
      <span className="slot-label mono" style={{ width: FUNCTION.slotLabelWidth }}>
        {slot.shardLabel.replace(/^shard /, '')}
      </span>
      <span className="slot-tray">
        {slot.total > room && (
          <span className="slot-more">
            {words.more(slot.total - Math.min(slot.marks.length, room - 2))}
          </span>
        )}
      </span>
    </button>
  );
}

function Faults({ card }: { card: Lambda }) {
  const { actions, scene, selection } = useStage();
  const inView = itemInView(scene.cards, selection);
  return (
    <fieldset className="faults" aria-label={words.faultsOf(card.title)}>
      {faultKinds.map((kind) => {
        const fault = card.faults.find((f) => f.kind === kind);
        const on = fault !== undefined;
        return (
          <button
            type="button"
            key={kind}
            className="fault"
            aria-pressed={on}
            aria-label={words.faultNames[kind]}
            title={on && fault.detail !== '' ? fault.detail : words.faultNames[kind]}
            onClick={() => actions.onFault(card.logicalId, kind, !on, inView)}
          >
            {words.faultLabels[kind]}
          </button>
        );
      })}
    </fieldset>
  );
}

type Stage = ReturnType<typeof useStage>;

/** The label of the item that is selected, or whose record is. */
function itemInView(cards: Stage['scene']['cards'], selection: Stage['selection']) {
  for (const card of cards) {
    if (card.type === 'table' && selection?.kind === 'item') {
      for (const partition of card.partitions) {
        const item = partition.items.find((i) => i.item === selection.item);
        if (item !== undefined) return item.label;
      }
    }
    if (card.type === 'stream' && selection?.kind === 'record') {
      for (const shard of card.shards) {
        const mark = shard.marks.find((m) => m.change === selection.change);
        if (mark !== undefined) return mark.label;
      }
    }
  }
  return undefined;
}
