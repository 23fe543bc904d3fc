import type { Behaviour } from '../../../../projections/figures/mapping/shapes.ts';
import { useLab } from '../../../../runtime/page/useLab.ts';
import { wishGuards } from '../../../compare/guards/guardLink.ts';
import { switchFault } from '../../../editor/faults.ts';
import { openSheet } from '../../../panels.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';

/** A switch for each way to break a function; then what of its behaviour is the lab's to say. */
export function BehaviourFigure({ figure }: { figure: Behaviour }) {
  const { logicalId, faults, settings } = figure;
  const { durationMs, coldStartMs, effects } = settings;
  return (
    <div className="behaviour">
      <ul className="behaviour-faults">
        {faults.map(({ kind, on, detail, about }) => (
          <li key={kind}>
            <button
              type="button"
              className="button behaviour-fault"
              aria-pressed={on}
              onClick={() => void switchFault(logicalId, kind, !on)}
            >
              {words.faultNames[kind]}
            </button>
            <span className={on ? 'tone-bad' : 'muted'}>
              {detail === '' ? '' : `${detail}. `}
              {about}
            </span>
          </li>
        ))}
      </ul>
      <dl className="reader-facts">
        <div>
          <dt>{words.duration}</dt>
          <dd className="mono">{words.quantiles(durationMs.p50, durationMs.p99)}</dd>
        </div>
        <div>
          <dt>{words.coldStart}</dt>
          <dd className="mono">{words.milliseconds(coldStartMs)}</dd>
        </div>
      </dl>
      {effects.length > 0 && <Effects effects={effects} />}
    </div>
  );
}

function Effects({ effects }: Pick<Behaviour['settings'], 'effects'>) {
  const targets = useLab((lab) => lab.definition?.targets);
  return (
    <>
      <ol className="behaviour-effects">
        {effects.map((effect, i) => (
          <li key={i}>
            {words.effect(
              effect.do,
              targets?.find(({ id }) => id === effect.target)?.name ?? effect.target,
            )}{' '}
            <span className="muted">{words.guards[effect.idempotency]}</span>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="link"
        onClick={() => {
          wishGuards();
          openSheet('lanes');
        }}
      >
        {words.compareGuards}
      </button>
    </>
  );
}
