import type { GuardPicture } from '../../../projections/guards/guardPicture.ts';
import { countText } from '../../../projections/spanText.ts';
import { guardWords } from '../../../projections/words/guardWords.ts';
import { guardTabWords as words } from '../../words/guards.ts';
import { GuardDetail } from './GuardDetail.tsx';
import { GuardStrip } from './GuardStrip.tsx';
import { chooseGuard, useGuards } from './guardStore.ts';

const FIGURES = ['done', 'again', 'lost', 'wrong'] as const;

/** One way: the switch to it, a mark for each change, its figures, and what it still lets through. */
export function GuardRow({ picture }: { picture: GuardPicture }) {
  const chosen = useGuards((guards) => guards.chosen);
  const { guard, marks } = picture;
  const { name, how, still } = guardWords.guards[guard];
  return (
    <section className={chosen === guard ? 'guard is-chosen' : 'guard'} aria-label={name}>
      <label className="guard-switch">
        <input
          type="radio"
          name="guard"
          checked={chosen === guard}
          onChange={() => chooseGuard(guard)}
        />
        <span className="way-title">{name}</span>
      </label>
      <p className="guard-how muted">{how}</p>
      <GuardStrip label={words.strip(name)} marks={marks} />
      <dl className="guard-figures">
        {FIGURES.map((figure) => (
          <div key={figure} title={words.meanings[figure]}>
            <dt>{guardWords.figures[figure]}</dt>
            <dd className={figure !== 'done' && picture[figure] > 0 ? 'tone-bad' : undefined}>
              {countText(picture[figure])}
            </dd>
          </div>
        ))}
      </dl>
      <p className="guard-still">
        <span className="muted">{guardWords.still}:</span> {still}
      </p>
      {chosen === guard && <GuardDetail picture={picture} />}
    </section>
  );
}
