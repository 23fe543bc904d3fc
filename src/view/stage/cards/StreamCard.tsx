import { ageToX, RETENTION_MS, ticksThatFit } from '../../../projections/geometry/ageAxis.ts';
import {
  type CardBox,
  flagRows,
  flagWords,
  shardLaneParts,
} from '../../../projections/geometry/cardBox.ts';
import { STREAM } from '../../../projections/geometry/measures.ts';
import { cursorTexts } from '../../../projections/scene/cardParts.ts';
import type {
  CursorFlag,
  ShardLane,
  StreamCard as Stream,
} from '../../../projections/scene/scene.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import { useRecordWalk } from '../records/useRecordWalk.ts';
import { sameSelection } from '../stageActions.ts';
import { dimClass, useStage } from '../stageContext.ts';
import { CardFrame, placeIn } from './CardFrame.tsx';
import { TokenFlag } from './TokenFlag.tsx';

/** A stream as its shards: conveyors over age, with a flag where each reader stands. */
export function StreamCard({ card, box }: { card: Stream; box: CardBox }) {
  const kinesis = card.source === 'KinesisStream';
  const past = card.pastShardCount > 0 ? words.pastShards(card.pastShardCount) : undefined;
  const disorder =
    kinesis && card.duplicates + card.outOfOrder > 0
      ? words.duplicatesAndOrder(card.duplicates, card.outOfOrder)
      : undefined;
  return (
    <CardFrame
      box={box}
      kicker={kinesis ? words.kinesisStream : words.dynamoDbStream}
      title={card.title}
      detail={disorder ?? card.detail}
      aside={past}
      about={{ kind: 'stream', stream: card.stream }}
    >
      <AgeAxis box={box} />
      {card.shards.map((shard) => (
        <Shard key={shard.shard} shard={shard} box={box} />
      ))}
    </CardFrame>
  );
}

function AgeAxis({ box }: { box: CardBox }) {
  const lane = box.lanes[0];
  if (lane === undefined) return null;
  const { axis } = shardLaneParts(lane.rect, 1);
  const ticks = ticksThatFit(axis);
  return (
    <div className="lane-caption age-axis" aria-hidden="true">
      {ticks.map((tick) => (
        <span
          key={tick.label}
          className={tick.ageMs === RETENTION_MS ? 'age-tick is-end' : 'age-tick'}
          style={{ left: ageToX(tick.ageMs, axis) - box.rect.x }}
        >
          {tick.label}
        </span>
      ))}
    </div>
  );
}

function Shard({ shard, box }: { shard: ShardLane; box: CardBox }) {
  const { selection, onSelect, focus } = useStage();
  const walk = useRecordWalk(shard.marks);
  const lane = box.lanes.find((l) => l.lane === shard.shard);
  if (lane === undefined) return null;
  const about = { kind: 'shard', shard: shard.shard } as const;
  const parts = shardLaneParts(lane.rect, flagRows(shard));
  const blocking = shard.cursors.find((c) => c.state === 'failing');
  return (
    <div
      className={`lane shard${shard.open ? '' : ' is-closed'}${
        sameSelection(selection, about) ? ' is-selected' : ''
      }${dimClass(focus, box.id, shard.shard)}`}
      style={placeIn(box, lane.rect)}
    >
      <div className="shard-edge" style={{ width: STREAM.edgeWidth }} aria-hidden="true" />
      <div
        className="shard-track"
        style={{ left: STREAM.inset, right: STREAM.edgeWidth, top: parts.trackY - lane.rect.y }}
        aria-hidden="true"
      />
      {ticksThatFit(parts.axis).map((tick) => (
        <div
          key={tick.label}
          className="shard-tick"
          style={{
            left: ageToX(tick.ageMs, parts.axis) - lane.rect.x,
            top: parts.trackY - lane.rect.y - 3,
          }}
          aria-hidden="true"
        />
      ))}
      <p className="shard-line">
        <button
          type="button"
          className="lane-name mono"
          onClick={() => onSelect(about)}
          onKeyDown={walk}
          aria-label={words.shardName(shard.label, shard.marks.length)}
        >
          {shard.label}
        </button>
        {!shard.open && blocking === undefined && <span className="muted">{words.closed}</span>}
        {blocking !== undefined && (
          <strong className="tone-bad">{words.blocked(blocking.waiting)}</strong>
        )}
        {shard.trimmedCount > 0 && (
          <span className="shard-trimmed muted" title={words.trimmed(shard.trimmedCount)}>
            {words.trimmed(shard.trimmedCount)}
          </span>
        )}
      </p>
      {shard.cursors.map((cursor, i) => (
        <Flag
          key={cursor.consumer}
          cursor={cursor}
          top={parts.flagsY - lane.rect.y + i * STREAM.flagHeight}
          x={ageToX(cursor.iteratorAgeMs, parts.axis) - lane.rect.x}
          width={lane.rect.width}
        />
      ))}
      {shard.tokens.map((token, i) => (
        <TokenFlag
          key={token.command}
          token={token}
          shard={shard.shard}
          top={parts.flagsY - lane.rect.y + (shard.cursors.length + i) * STREAM.flagHeight}
          x={ageToX(token.recordAgeMs, parts.axis) - lane.rect.x}
          width={lane.rect.width}
        />
      ))}
    </div>
  );
}

/** Where a reader stands: unread to its left, read to its right. Its place is its iterator age. */
function Flag(props: { cursor: CursorFlag; top: number; x: number; width: number }) {
  const { cursor, top, x, width } = props;
  const { sceneNow, onSelect } = useStage();
  const select = (): void => {
    const fn = sceneNow().cards.find(
      (c) => c.type === 'function' && c.slots.some((s) => s.consumer === cursor.consumer),
    );
    if (fn?.type === 'function') onSelect({ kind: 'mapping', mapping: fn.mapping });
  };
  const says = cursorTexts(cursor);
  const full = `${cursor.reader} · ${says.text}`;
  const { text, side, room } = flagWords(x, [full, says.text, says.short], width);
  const onLeft = side === 'left';
  return (
    <button
      type="button"
      className={`flag flag-${cursor.state}${onLeft ? ' on-left' : ''}`}
      style={onLeft ? { top, right: width - x - 5 } : { top, left: x - 5 }}
      aria-label={full}
      title={full}
      onClick={select}
    >
      <svg className="flag-tip" width="10" height="8" viewBox="0 0 10 8" aria-hidden="true">
        <path d="M5 0 10 8H0Z" fill="currentColor" />
      </svg>
      <span className="flag-words" style={{ maxWidth: room }}>
        {text}
      </span>
    </button>
  );
}
