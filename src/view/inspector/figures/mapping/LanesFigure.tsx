import type { Lanes } from '../../../../projections/figures/mapping/shapes.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';
import { MarkRow } from './MarkRow.tsx';

/** Under each shard its lanes, each with the items that stay in it. */
export function LanesFigure({ lanes }: { lanes: Lanes }) {
  return lanes.shards.map((shard) => (
    <section key={shard.label} className="lanes" aria-label={words.lanesOf(shard.label)}>
      <h4 className="mono">{shard.label}</h4>
      <ol>
        {shard.lanes.map((lane) => (
          <li key={lane.lane}>
            <span className="lane-number">{words.lane(lane.lane)}</span>
            <span className="lane-track">
              <MarkRow marks={lane.items} total={lane.items.length + lane.moreItems} names />
            </span>
            <span className="muted lane-state">{lane.state}</span>
          </li>
        ))}
      </ol>
    </section>
  ));
}
