import type { HashRing } from '../../../projections/figures/figure.ts';
import { ringArc, ringPoint } from '../../../projections/geometry/ring.ts';
import { countText } from '../../../projections/spanText.ts';
import { labActions } from '../../../runtime/page/useLab.ts';
import { itemColour } from '../../theme/itemColour.ts';
import { figureWords as words } from '../../words/figures.ts';

const OUTER = 92;
const INNER = 74;
const ITEMS = 62;
/** Items of the same place are set one behind another. */
const DEEPER = 9;
const HOT_PERCENT = 80;
/** More partitions than this are not numbered on the ring. */
const MOST_NUMBERED = 16;

/** A ring of partitions with their items inside; beside it what each serves, and its shard. */
export function RingFigure({ ring }: { ring: HashRing }) {
  return (
    <>
      <svg className="ring" viewBox="-100 -106 200 202" role="img" aria-label={ring.text}>
        {ring.partitions.map((partition, i) => (
          <Arc
            key={partition.partition}
            partition={partition}
            name={ring.partitions.length > MOST_NUMBERED ? '' : String(i + 1)}
          />
        ))}
        <Items items={ring.items} />
        <text className="ring-zero" y={-OUTER - 5} textAnchor="middle">
          {words.hash}
        </text>
      </svg>
      <ul className="ring-list">
        {ring.partitions.map((partition) => (
          <Served key={partition.partition} partition={partition} />
        ))}
      </ul>
    </>
  );
}

type Partition = HashRing['partitions'][number];

const heatOf = ({ percent, throttling }: Partition): string =>
  percent >= 100 || throttling ? ' is-full' : percent >= HOT_PERCENT ? ' is-hot' : '';

/** The partition's part of the ring, filled from the inside as far as its capacity is used. */
function Arc({ partition, name }: { partition: Partition; name: string }) {
  const { from, to, percent, selected } = partition;
  const filled = INNER + (OUTER - INNER) * Math.min(1, percent / 100);
  const middle = ringPoint((from + to) / 2, (INNER + OUTER) / 2);
  return (
    <g className={`ring-part${heatOf(partition)}${selected ? ' is-selected' : ''}`}>
      <path className="ring-arc" d={ringArc(from, to, INNER, OUTER, 2)} />
      {percent > 0 && <path className="ring-heat" d={ringArc(from, to, INNER, filled, 2)} />}
      <text className="ring-name" x={middle.x} y={middle.y + 3.5} textAnchor="middle">
        {name}
      </text>
    </g>
  );
}

function Items({ items }: { items: HashRing['items'] }) {
  const depths = new Map<number, number>();
  return items.map(({ item, at, selected }) => {
    const place = Math.round(at * 48);
    const depth = depths.get(place) ?? 0;
    depths.set(place, depth + 1);
    const { x, y } = ringPoint(at, ITEMS - Math.min(4, depth) * DEEPER);
    return (
      <g key={item} transform={`translate(${x} ${y})`} style={{ color: itemColour(item) }}>
        <rect x="-3.5" y="-3.5" width="7" height="7" rx="1.5" fill="currentColor" />
        {selected && <circle className="ring-selected" r="8" />}
      </g>
    );
  });
}

function Served({ partition }: { partition: Partition }) {
  const { name, itemCount, writeUnitsPerSecond, percent, peakPerSecond, shard, selected } =
    partition;
  const { throttled, throttling, hottest } = partition;
  const units = writeUnitsPerSecond < 10 ? writeUnitsPerSecond : Math.round(writeUnitsPerSecond);
  return (
    <li className={`ring-row${heatOf(partition)}${selected ? ' is-selected' : ''}`}>
      <button
        type="button"
        className="link"
        onClick={() => labActions.select({ kind: 'partition', partition: partition.partition })}
      >
        {name}
      </button>
      <span className="muted">{words.items(itemCount)}</span>
      {shard >= 0 && (
        <button
          type="button"
          className="link mono ring-shard"
          onClick={() => labActions.select({ kind: 'shard', shard })}
        >
          {partition.shardLabel}
        </button>
      )}
      <span className="ring-bar" aria-hidden="true">
        <span style={{ width: `${Math.min(100, percent)}%` }} />
      </span>
      <span className="ring-units muted">
        {words.units(countText(Math.round(units * 10) / 10), countText(peakPerSecond))}
      </span>
      {throttled > 0 && (
        <span className={throttling ? 'ring-refused tone-bad' : 'ring-refused muted'}>
          {words.refused(throttled, hottest)}
        </span>
      )}
    </li>
  );
}
