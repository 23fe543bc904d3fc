import { type CardBox, footEnd } from '../../../projections/geometry/cardBox.ts';
import {
  environmentsShown,
  faultSwitches,
  mappingText,
  pipeText,
} from '../../../projections/scene/cardParts.ts';
import type { Card, FunctionCard as Lambda, Selection } from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { useStage } from '../stageContext.ts';
import { AgeGauge } from './AgeGauge.tsx';
import { BatchSlots } from './BatchSlots.tsx';
import { CardFrame } from './CardFrame.tsx';

/** A function (or a pipe) behind its mapping: settings, what each reader does, and what breaks it. */
export function FunctionCard({ card, box }: { card: Lambda; box: CardBox }) {
  const { onSelect } = useStage();
  const isSettled = card.mappingState === 'Enabled';
  const { pipe } = card;
  return (
    <CardFrame
      box={box}
      kicker={pipe ? words.pipe : words.lambda}
      title={card.title}
      about={
        pipe
          ? { kind: 'mapping', mapping: card.mapping }
          : { kind: 'function', function: card.function }
      }
    >
      {card.mapping >= 0 && (
        <button
          type="button"
          className={isSettled ? 'function-settings' : 'function-settings is-unsettled'}
          title={words.mappingTitle(card.mappingState, card.lastResult)}
          onClick={() => onSelect({ kind: 'mapping', mapping: card.mapping })}
        >
          {mappingText(card)}
        </button>
      )}
      <FunctionUse card={card} />
      {pipe && <PipeWay pipe={pipe} />}
      <BatchSlots card={card} box={box} />
      <div
        className="function-foot"
        style={{ bottom: box.rect.height - footEnd(card, box.rect.height, box.isDetailed) - 2 }}
      >
        {box.isDetailed && card.mapping >= 0 && (
          <AgeGauge ageMs={card.iteratorAgeMs} retentionMs={card.retentionMs} />
        )}
        <p className={`card-status tone-${card.tone}`} title={card.status}>
          {card.status}
        </p>
        <Faults card={card} />
      </div>
    </CardFrame>
  );
}

/** Execution environments as squares: busy, in cold start, idle; and the concurrency they use up. */
function FunctionUse({ card }: { card: Lambda }) {
  if (card.pipe) return null;
  const { busy, starting, idle } = card.environments;
  const { used, of, isReserved } = card.concurrency;
  const { shown, more } = environmentsShown(card);
  const name = words.environments(busy, starting, idle, used, of, isReserved);
  return (
    <p className="function-use" role="img" aria-label={name} title={name}>
      {shown.map((kind, i) => (
        <span key={i} className={`environment environment-${kind}`} />
      ))}
      {more > 0 && <span>+{more}</span>}
    </p>
  );
}

/** Source → filter → enrichment → target, by name; and where dead letters go. */
function PipeWay({ pipe }: { pipe: NonNullable<Lambda['pipe']> }) {
  const text = pipeText(pipe);
  return (
    <p className="pipe-way" title={text}>
      {text}
    </p>
  );
}

function Faults({ card }: { card: Lambda }) {
  const { actions, sceneNow, selection } = useStage();
  const inView = () => itemInView(sceneNow().cards, selection);
  return (
    <fieldset className="faults" aria-label={words.faultsOf(card.title)}>
      {faultSwitches.map((kind) => {
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
            onClick={() => actions.onFault(card.logicalId, kind, !on, inView())}
          >
            {words.faultLabels[kind]}
          </button>
        );
      })}
    </fieldset>
  );
}

/** The label of the item that is selected, or whose record is. */
function itemInView(cards: readonly Card[], selection: Selection | null) {
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
