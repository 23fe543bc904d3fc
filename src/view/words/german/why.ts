import { countText } from '../../../projections/spanText.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { whyPanelWords } from '../why.ts';

export const why: Translation<typeof whyPanelWords> = {
  title: 'Warum?',
  ask: 'Warum?',
  askAbout: (what) => `Warum? ${what}`,
  asked: (at) =>
    `Wie es bei ${at} stand. Jede Zeile ist ein Eintrag des Journals: Ein Klick auf seine Zeit geht dorthin.`,
  waiting: 'Die Ursachen werden gesucht…',
  nothing:
    'Hieraus ist noch nichts geworden, und nichts, wovon zu erzählen wäre, hat dazu geführt.',
  chain: (question) => `Ursachen: ${question}`,
  readBackTo: (at) =>
    `Es kann vor ${at} beginnen: Bis dorthin wurde das Journal zurück gelesen, und nicht weiter.`,
  lookFurther: 'Weiter zurück suchen',
  otherwise: 'Was anders hätte sein müssen',
  go: (at) => `Zu ${at} gehen`,
  rule: (id) => `Regel ${id}`,
  source: (title) => `Quelle: ${title}`,
  provenance: {
    documented: 'dokumentiert',
    recorded: 'bei AWS aufgezeichnet',
    assumed: 'angenommen',
    ours: 'von uns',
  },
  passedOver: (attempts) =>
    attempts === 1
      ? 'nach einem weiteren Versuch'
      : `nach ${countText(attempts)} weiteren Versuchen`,
  life: 'Sein Leben bisher',
  readUntil: (at) =>
    `Bis ${at} wurde alles gelesen; von da an nur die letzten Versuche und das Ende.`,
  readOn: 'Weiterlesen',
  copyText: 'Als Text kopieren',
  copyMermaid: 'Als Mermaid kopieren',
};
