import type { Translation } from '../../../projections/words/language.ts';
import type { inspectorWords } from '../inspector.ts';

export const inspector: Translation<typeof inspectorWords> = {
  title: 'Inspektor',
  nothing: 'Nichts ist gewählt.',
  hint: 'Wählen Sie einen Record, ein Item, einen Shard, eine Funktion oder ein Ziel, auf der Bühne oder im Protokoll: Dann stehen hier seine Geschichte, sein JSON und die Regeln, die für ihn gelten.',
  waiting: 'Wird gesucht…',
  tabs: { story: 'Geschichte', figures: 'Bilder', json: 'JSON', rules: 'Regeln' },
  tabsOf: (title) => `Teile von ${title}`,
  noStory: 'Noch gibt es davon nichts zu erzählen.',
  noRules: 'Noch hat keine Regel hier gewirkt.',
  helped: 'Was geholfen hätte',
  related: 'Verwandtes',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Das Kopieren ging nicht: Markieren Sie stattdessen den Text',
  provenance: (text) => text,
  search: 'Im Index suchen',
  searchHint: 'shipped, order#13…',
  found: (n) => (n === 1 ? '1 Dokument' : `${n} Dokumente`),
  foundAtMost: (n) => `die ersten ${n} Dokumente`,
  notFound: 'Kein Dokument passt.',
  more: (n) => `${n} weitere`,
  moreText: (n) => `… ${n} weitere Zeichen`,
  entries: (n) => (n === 1 ? '1 Eintrag' : `${n} Einträge`),
  close: 'Auswahl aufheben',
  now: 'jetzt',
};
