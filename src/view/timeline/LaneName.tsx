import type { LanePicture } from '../../projections/timeline/timelineAnswer.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { sameSelection } from '../stage/stageActions.ts';
import { timelineWords as words } from '../words/timeline.ts';
import { togglePast, toggleReaders, useTimeline } from './timelineView.ts';

/** What stands beside a lane: what it is of, and how the lanes that it stands for are shown. */
export function LaneName({ lane, isChosen }: { lane: LanePicture; isChosen: boolean }) {
  const isSelected = useLab(
    ({ selection }) => lane.about !== null && sameSelection(selection, lane.about),
  );
  return (
    <li
      className={`timeline-name${isChosen ? ' is-chosen' : ''}${lane.kind === 'reader' ? ' is-reader' : ''}`}
    >
      {lane.kind === 'mapping' && <Readers of={lane} />}
      {lane.kind === 'shard' && lane.standsFor > 0 ? (
        <PastShards name={lane.name} />
      ) : lane.about === null || lane.standsFor > 0 ? (
        <span>{lane.name}</span>
      ) : (
        <button
          type="button"
          title={lane.name}
          aria-current={isSelected}
          onClick={() => labActions.select(lane.about)}
        >
          {lane.name}
        </button>
      )}
    </li>
  );
}

/** Shows and hides the lanes of a mapping's readers. */
function Readers({ of: { name, number } }: { of: LanePicture }) {
  const isOpen = useTimeline(({ readersOf }) => readersOf.includes(number));
  return (
    <button
      type="button"
      className="timeline-readers"
      aria-label={words.readers(name)}
      aria-expanded={isOpen}
      title={words.readersTitle}
      onClick={() => toggleReaders(number)}
    />
  );
}

function PastShards({ name }: { name: string }) {
  const eachPast = useTimeline((view) => view.eachPast);
  return (
    <button type="button" aria-expanded={eachPast} title={words.pastTitle} onClick={togglePast}>
      {name}
    </button>
  );
}
