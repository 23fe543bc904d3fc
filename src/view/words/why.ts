/** The panel that answers “why?” and tells the life of a record. */
import { countText } from '../../projections/spanText.ts';

export const whyPanelWords = {
  title: 'Why?',
  ask: 'Why?',
  askAbout: (what: string): string => `Why? ${what}`,
  asked: (at: string): string =>
    `As it stood at ${at}. Each line is one entry of the journal: click its time to go there.`,
  waiting: 'Looking for the causes…',
  nothing: 'Nothing has come of this yet, and nothing led to it that could be told.',
  chain: (question: string): string => `Causes: ${question}`,
  readBackTo: (at: string): string =>
    `It may begin before ${at}: the journal was read back to there, and no further.`,
  lookFurther: 'Look further back',
  otherwise: 'What would have had to be different',
  go: (at: string): string => `Go to ${at}`,
  rule: (id: string): string => `Rule ${id}`,
  source: (title: string): string => `Source: ${title}`,
  provenance: {
    documented: 'documented',
    recorded: 'recorded from AWS',
    assumed: 'assumed',
    ours: 'ours',
  },
  passedOver: (attempts: number): string =>
    attempts === 1 ? 'after one more attempt' : `after ${countText(attempts)} more attempts`,
  life: 'Its life so far',
  readUntil: (at: string): string =>
    `Everything up to ${at} was read; from there on, only its last attempts and its end.`,
  readOn: 'Read on',
  copyText: 'Copy as text',
  copyMermaid: 'Copy as Mermaid',
} as const;
