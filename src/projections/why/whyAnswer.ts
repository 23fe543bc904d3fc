/** What an answer to “why?” is: plain data, so that it can travel from worker to page. */
import type { RuleSource } from '../ruleSources.ts';
import type { RuleText } from '../ruleTexts.ts';
import type { Selection } from '../scene.ts';

/** What one can ask about: something that can be selected, or an entry of the journal. */
export type WhyAbout = Selection | { kind: 'entry'; entry: number };

/** One sentence of a chain: what happened, and the rule by which it had to. */
export interface WhyLink {
  /** The journal entry that it stands on. */
  entry: number;
  at: number;
  text: string;
  rule: RuleText & { source: RuleSource | null };
}

export interface WhyAnswer {
  question: string;
  /** From the first cause to what is asked about. */
  chain: WhyLink[];
  /** What would have had to be different. */
  otherwise: string[];
}
