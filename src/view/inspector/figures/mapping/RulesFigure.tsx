import type { BusRules } from '../../../../projections/figures/mapping/shapes.ts';
import { useLab } from '../../../../runtime/page/useLab.ts';
import { clockLine } from '../../../parts/clockText.ts';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';
import { MarkRow } from './MarkRow.tsx';

/** Each rule of a bus with its pattern, and the events that matched one last. */
export function RulesFigure({ rules }: { rules: BusRules }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  return (
    <div className="filters">
      <ol>
        {rules.rules.map((rule) => (
          <li key={rule.name}>
            <p>
              <strong>{rule.name}</strong> → {rule.targets}{' '}
              <span className="muted">
                {rule.enabled ? words.matched(rule.matched) : words.ruleDisabled}
              </span>
            </p>
            <code className="filter-pattern mono">{rule.pattern}</code>
          </li>
        ))}
      </ol>
      {rules.latest.length > 0 && <h4>{words.matchedLast}</h4>}
      <ul>
        {rules.latest.map(({ mark, rule, at }, i) => (
          <li key={i} className="filter-dropped">
            <MarkRow marks={[mark]} names /> <span className="muted">{rule}</span>{' '}
            <span className="mono muted">{clockLine(startAtMs, at)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
