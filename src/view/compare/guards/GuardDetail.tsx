import { useState } from 'react';
import type { CodeLanguage } from '../../../engine/functionCode.ts';
import { effectsAsCode } from '../../../lab/effectsAsCode/effectsAsCode.ts';
import { type Guard, guardedDefinition } from '../../../lab/guards/guard.ts';
import type { GuardMoment, GuardPicture } from '../../../projections/guards/guardPicture.ts';
import { spanText } from '../../../projections/spanText.ts';
import { guardWords } from '../../../projections/words/guardWords.ts';
import { useLab } from '../../../runtime/page/useLab.ts';
import { Choice } from '../../parts/Choice.tsx';
import { clockLine } from '../../parts/clockText.ts';
import { guardTabWords as words } from '../../words/guards.ts';
import { useLanes } from '../lanes/laneStore.ts';
import { useGuards } from './guardStore.ts';

const LANGUAGES: readonly CodeLanguage[] = ['JavaScript', 'Python'];

/** The way that is looked at: what got through it in this history, one by one. */
export function GuardDetail({ picture }: { picture: GuardPicture }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const { guard, moments, seen } = picture;
  const rest = Object.values(seen).reduce((sum, n) => sum + n, 0) - moments.length;
  return (
    <div className="guard-detail">
      <h3 className="guard-part">{words.moments}</h3>
      {moments.length === 0 && <p className="muted">{words.noMoments}</p>}
      <ol className="guard-moments">
        {moments.map((moment, i) => (
          <li key={i}>
            <time className="mono muted">{clockLine(startAtMs, moment.at)}</time>
            <span className="guard-failure">{guardWords.failures[moment.failure][0]}</span>
            <span>
              <strong>{moment.item}</strong> {momentText(moment)}
            </span>
          </li>
        ))}
        {rest > 0 && <li className="muted">{words.more(rest)}</li>}
      </ol>
      <GuardCode guard={guard} />
    </div>
  );
}

/** The function's work, written in this way, as it would be deployed. */
function GuardCode({ guard }: { guard: Guard }) {
  const definition = useLanes(({ log }) => log?.definition);
  const name = useGuards((guards) => guards.function);
  const [language, setLanguage] = useState<CodeLanguage>('JavaScript');
  if (!definition) return null;
  const { files } = effectsAsCode(guardedDefinition(definition, name, guard), name, language);
  return (
    <details className="guard-code">
      <summary>{words.code}</summary>
      <Choice
        label={words.language}
        options={LANGUAGES.map((value) => ({ value, name: words.languages[value] }))}
        value={language}
        onChange={setLanguage}
      />
      <pre className="mono">{Object.values(files)[0]}</pre>
    </details>
  );
}

function momentText({ failure, sinceUs }: GuardMoment): string {
  const span = spanText(Math.max(1, Math.round(sinceUs / 1_000)));
  if (failure === 'older') return words.moment.older(span);
  if (failure === 'revived') return words.moment.revived(span);
  return sinceUs === 0 ? words.moment.lost : words.moment.again(span);
}
