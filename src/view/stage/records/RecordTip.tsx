import type { Mark } from '../../../projections/scene/scene.ts';
import { spanText } from '../../../projections/spanText.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';
import type { LiveStage } from '../../../runtime/page/labStore.ts';

/** What the record under the pointer is. */
export function RecordTip(props: {
  mark: Mark;
  x: number;
  y: number;
  width: number;
  live: LiveStage;
}) {
  const { mark, x, y, width, live } = props;
  const age = spanText((live.playhead() - mark.at) / 1_000);
  return (
    <div
      className="record-tip"
      role="presentation"
      style={{ left: Math.min(Math.max(x, 90), width - 90), top: y - 16 }}
    >
      <p>
        <span className="mono">{mark.label}</span>{' '}
        <span className="muted">{words.kinds[mark.kind]}</span>
      </p>
      <p className="muted">
        {words.markStates[mark.state]}
        {mark.duplicate ? ` · ${words.duplicate}` : ''} · {words.age(age)}
      </p>
      {mark.transaction !== undefined && <p className="muted">{words.inTransaction}</p>}
      {mark.byTimeToLive && <p className="muted">{words.byTimeToLive}</p>}
      {mark.count > 1 && <p className="muted">{words.standsFor(mark.count)}</p>}
    </div>
  );
}
