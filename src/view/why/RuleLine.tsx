import type { RuleSource } from '../../projections/ruleSources.ts';
import type { RuleText } from '../../projections/ruleTexts.ts';
import { whyPanelWords as words } from '../words/why.ts';

/** A numbered rule: what it says, and the page that says so, or how else it is known. */
export function RuleLine({ rule, source }: { rule: RuleText; source: RuleSource | null }) {
  return (
    <>
      <span className="mono" title={words.rule(rule.id)}>
        {rule.id}
      </span>{' '}
      {rule.text}{' '}
      {source === null ? (
        <span>({words.provenance[rule.provenance]})</span>
      ) : (
        <a
          className="link"
          href={source.address}
          target="_blank"
          rel="noreferrer"
          aria-label={words.source(source.title)}
        >
          {source.title} ↗
        </a>
      )}
    </>
  );
}
