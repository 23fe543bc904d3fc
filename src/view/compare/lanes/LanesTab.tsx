import { countOf, countText } from '../../../projections/spanText.ts';
import { laneWords as words } from '../../words/lanes.ts';
import { TimeControls, WorldControls } from './LaneControls.tsx';
import { LaneLegend } from './LaneLegend.tsx';
import { LaneRow } from './LaneRow.tsx';
import { laneName } from './laneNames.ts';
import { addLane, useLanes } from './laneStore.ts';
import { Moments } from './Moments.tsx';
import { neverSeen } from './neverSeen.ts';
import { OfferedLanes } from './OfferedLanes.tsx';
import { Story } from './Story.tsx';

/** The same write runs down all pipelines, in step. */
export function LanesTab() {
  const { lanes, keys, frame, error } = useLanes();
  const pictures = new Map(frame?.lanes.map((lane) => [lane.word, lane]));
  return (
    <div className="ways">
      <Said />
      <TimeControls />
      <WorldControls />
      {error !== null && (
        <p className="tone-bad" role="alert">
          {error}
        </p>
      )}
      <Note />
      <LaneLegend />
      {lanes.length === 0 && <p className="muted">{words.empty}</p>}
      <div className="way-list">
        {lanes.map((word, i) => (
          <LaneRow key={keys[i]} word={word} picture={pictures.get(word)} />
        ))}
      </div>
      <div className="way-add">
        <OfferedLanes
          className="field"
          label={words.add}
          placeholder={`${words.add}…`}
          onChoose={({ word }) => addLane(word)}
        />
        <p className="muted">{words.later}</p>
      </div>
      <div className="ways-below">
        <Moments />
        <Story />
      </div>
    </div>
  );
}

/** The lesson in one sentence: who has seen most of the writes, and who has lost most of them. */
function Said() {
  const frame = useLanes((lanes) => lanes.frame);
  const ledgers = (frame?.lanes ?? []).map(({ word, ledger }) => ({ word, ledger }));
  const byLoss = ledgers.toSorted((a, b) => neverSeen(a.ledger) - neverSeen(b.ledger));
  const least = byLoss.filter(({ ledger }) => neverSeen(ledger) === neverSeen(byLoss[0]!.ledger));
  const best = least.toSorted((a, b) => b.ledger.seen - a.ledger.seen)[0];
  const worst = byLoss.at(-1);
  if (!frame || !best || !worst) return <p className="ways-said">{words.setting}</p>;
  const changes = countOf(frame.changes, 'change');
  const lost = neverSeen(worst.ledger);
  return (
    <p className="ways-said">
      {lost === 0
        ? words.saidAll(changes)
        : words.said(
            changes,
            laneName(best.word),
            countText(best.ledger.seen),
            laneName(worst.word),
            countText(worst.ledger.seen),
            countText(lost),
          )}
    </p>
  );
}

/** What holds for all lanes: whose worlds they are, and whether every mark is one change. */
function Note() {
  const { frame, shared } = useLanes();
  const each = frame?.lanes[0]?.eachStandsFor ?? 1;
  const worlds = shared ? words.sharedMeaning : words.apartMeaning;
  return (
    <p className="muted ways-note" aria-live="polite">
      {frame && !frame.sameWrites ? words.differ : worlds}
      {each > 1 && ` ${words.standsFor(each)}`}
    </p>
  );
}
