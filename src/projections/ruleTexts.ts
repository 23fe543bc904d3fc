/** The rules of SPEC.md that explain what is inspected, each in a short sentence. */
import { ruleWords } from './words/ruleWords.ts';

export type RuleId = keyof typeof ruleWords;

export interface RuleText {
  id: string;
  text: string;
  /** Shortened from SPEC.md: documented, recorded, assumed or ours. */
  provenance: 'documented' | 'recorded' | 'assumed' | 'ours';
}

/** How each rule is known that no document of AWS's says. */
const UNDOCUMENTED: Partial<Record<RuleId, RuleText['provenance']>> = {
  T2: 'recorded',
  S3: 'recorded',
  S11: 'recorded',
  S14: 'recorded',
  E24: 'recorded',
  E26: 'recorded',
  E30: 'recorded',
  E36: 'recorded',
  T4: 'assumed',
  P10: 'assumed',
  P3: 'assumed',
  S2: 'assumed',
  S7: 'assumed',
  S8: 'assumed',
  S31: 'assumed',
  K2: 'assumed',
  K3: 'assumed',
  E6: 'assumed',
  E11: 'assumed',
  E39: 'assumed',
  F1: 'ours',
  F3: 'ours',
  F6: 'ours',
  F12: 'ours',
  D3: 'ours',
  D7: 'ours',
  D10: 'ours',
  D11: 'ours',
  W3: 'ours',
  W4: 'ours',
  L43: 'ours',
  B1: 'ours',
};

export const ruleIds = Object.keys(ruleWords) as RuleId[];

/** What rules say, in the language that is spoken. */
export const ruleTexts = (...ids: RuleId[]): RuleText[] =>
  ids.map((id) => ({ id, text: ruleWords[id], provenance: UNDOCUMENTED[id] ?? 'documented' }));
