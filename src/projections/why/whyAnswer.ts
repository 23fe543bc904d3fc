/** What an answer to “why?” is: plain data, so that it can travel from worker to page. */
import type { TransactionParts } from '../figures/figure.ts';
import type { RuleSource } from '../ruleSources.ts';
import type { RuleText } from '../ruleTexts.ts';
import type { Selection } from '../scene/scene.ts';

/** Entries that are read for a question, unless it is asked to look further: a tenth of a second. */
export const ENTRIES_READ = 400_000;

/** Figures of the comparison that name changes or deliveries one can ask about. */
export type LedgerFigure =
  | 'deletes'
  | 'collapsed'
  | 'race'
  | 'noWatermark'
  | 'filtered'
  | 'lost'
  | 'repeated';

/** What one can ask about: something that can be selected, an entry of the journal, or a sum of many. */
export type WhyAbout =
  | Selection
  | { kind: 'entry'; entry: number }
  /** A reader of a mapping, as it stands. */
  | { kind: 'reader'; consumer: number }
  /** The latest that a figure of the comparison has counted. Rows: mappings, then pollers. */
  | { kind: 'ledger'; row: number; figure: LedgerFigure };

/** One sentence of a chain: what happened, and the rule by which it had to. */
export interface WhyLink {
  /** The journal entry that it stands on. */
  entry: number;
  at: number;
  text: string;
  rule: RuleText & { source: RuleSource | null };
  /** Attempts at the same batch between this and the link before, which are not told. */
  attemptsBefore?: number;
}

export interface WhyAnswer {
  question: string;
  /** From the first cause to what is asked about. */
  chain: WhyLink[];
  /** Where a cause was not found in what was read of the journal: when that begins, microseconds; else null. */
  readBackTo: number | null;
  /** What would have had to be different. */
  otherwise: string[];
  /** Where the parts of a torn transaction stand. */
  figure?: TransactionParts;
}
