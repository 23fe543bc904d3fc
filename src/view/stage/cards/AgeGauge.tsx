import { ageToPart } from '../../../projections/geometry/ageAxis.ts';
import { spanText } from '../../../projections/spanText.ts';
import { stageWords as words } from '../../../projections/words/stageWords.ts';

/** From this part of the retention on it is close to the edge. */
const NEAR = 0.5;

/** Iterator age on the axis of a shard: at its end is the cliff where records fall off. */
export function AgeGauge({ ageMs, retentionMs }: { ageMs: number; retentionMs: number }) {
  const part = ageToPart(ageMs, retentionMs);
  const isNear = ageMs > retentionMs * NEAR;
  const cliff = words.cliff(Math.round(retentionMs / 3_600_000));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element cannot hold the cliff
    <div
      className={isNear ? 'age-gauge is-near' : 'age-gauge'}
      role="meter"
      aria-label={words.iteratorAge}
      aria-valuemin={0}
      aria-valuemax={retentionMs}
      aria-valuenow={Math.round(ageMs)}
      aria-valuetext={words.gauge(spanText(ageMs), cliff)}
      title={words.gauge(spanText(ageMs), cliff)}
    >
      <div className="age-gauge-words">
        <span>{words.iteratorAgeShort(spanText(ageMs))}</span>
        <span className="age-gauge-cliff-name">{cliff}</span>
      </div>
      <div className="age-gauge-track">
        <span className="age-gauge-fill" style={{ width: `${part * 92}%` }} />
        <span className="age-gauge-cliff" />
      </div>
    </div>
  );
}
