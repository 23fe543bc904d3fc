import { countText, spanText } from '../../../projections/spanText.ts';
import type { LaneEvent } from '../../../projections/timeline/lane.ts';
import type { Translation } from '../../../projections/words/language.ts';
import type { timelineWords } from '../timeline.ts';

const EVENTS: Readonly<Record<LaneEvent, readonly [string, string]>> = {
  command: ['Befehl', 'Befehle'],
  fault: ['Störung', 'Störungen'],
  throttled: ['Drosselung', 'Drosselungen'],
  refused: ['Ablehnung', 'Ablehnungen'],
  alarm: ['Alarmwechsel', 'Alarmwechsel'],
  record: ['Record', 'Records'],
  expired: ['abgelaufen', 'abgelaufen'],
  closed: ['geschlossen', 'geschlossen'],
  batch: ['Batch', 'Batches'],
  failed: ['Fehlschlag', 'Fehlschläge'],
  givenUp: ['aufgegeben', 'aufgegeben'],
  arrived: ['Wirkung', 'Wirkungen'],
  duplicate: ['Doppelte', 'Doppelte'],
  stale: ['als älter abgelehnt', 'als älter abgelehnt'],
  poll: ['Scan', 'Scans'],
  returned: ['Abbild geliefert', 'Abbilder geliefert'],
  missed: ['verpasste Änderung', 'verpasste Änderungen'],
};

const counted = (event: LaneEvent, n: number): string =>
  `${countText(n)} ${EVENTS[event][n === 1 ? 0 : 1]}`;
const records = (n: number): string => `${countText(n)} ${n === 1 ? 'Record' : 'Records'}`;

export const timeline: Translation<typeof timelineWords> = {
  start: 'Anfang',
  region: 'Zeitleiste',
  canvas: (from, span) =>
    `Zeitleiste ab ${from}, ${span} breit. Links und rechts bewegen, mit Umschalt wählen sie einen Abschnitt, Plus und Minus zoomen, auf und ab wählen eine Spur, Eingabe geht zu ihrem nächsten Ereignis, R zeigt oder verbirgt die Leser eines Mappings, U entfaltet den gefalteten Abschnitt, der der Gegenwart am nächsten ist, L listet auf, was zu sehen ist.`,
  lanes: 'Spuren',
  lanesTitle: 'Die Spuren zeigen oder verbergen',
  plots: 'Kurven',
  plotsTitle: 'Die Kurven auf derselben Achse zeigen oder verbergen',
  list: 'Liste',
  listTitle: 'Was zu sehen ist, als Liste',
  follow: 'Folgen',
  followTitle: 'Die Gegenwart im Blick behalten',
  fold: 'Leerlauf falten',
  foldTitle: 'Strecken, in denen nichts geschrieben oder zugestellt wird, schmal machen',
  unfold: (span) =>
    `${span}, in denen nichts geschrieben oder zugestellt wird. Klicken, um sie zu entfalten.`,
  pastTitle: 'Für jeden von ihnen eine Spur zeigen oder verbergen',
  pastSaid: (isHidden) =>
    isHidden ? 'Eine Zeile für alle vergangenen Shards' : 'Eine Spur für jeden vergangenen Shard',
  readers: (mapping) => `Leser von ${mapping}`,
  readersTitle: 'Für jeden Leser eine Spur zeigen oder verbergen: was er mit seinem Shard tut (r)',
  readersSaid: (mapping, shown) =>
    shown ? `Eine Spur für jeden Leser von ${mapping}` : `Eine Spur für alle Leser von ${mapping}`,
  fit: 'Einpassen',
  fitTitle: 'Alles zeigen, was gelaufen ist',
  zoomIn: 'Heranzoomen',
  zoomOut: 'Herauszoomen',
  wide: (span) => `${span} breit`,
  zoomTo: 'Dorthin zoomen',
  facts: 'Was dort geschah',
  clear: 'Aufheben',
  brush: (from, span) => `${from}, ${span}`,
  ahead: 'eine Geschichte liegt voraus',
  unknown: 'noch nicht gelaufen',
  listTitleOf: (from, to) => `Von ${from} bis ${to}`,
  nothing: 'Nichts',
  nothingAfter: (lane) => `${lane}: nichts mehr in dem, was zu sehen ist.`,
  countOf: counted,
  counted,
  changeKinds: ['', 'INSERT', 'MODIFY', 'REMOVE'],
  outcomes: ['läuft', 'gelungen', 'fehlgeschlagen', 'zum Teil fehlgeschlagen', 'Zeit abgelaufen'],
  batch: (n, attempt) => `Batch mit ${records(n)}${attempt > 1 ? `, Versuch ${attempt}` : ''}`,
  poll: (n) => `Scan ${n}`,
  fault: 'Störung',
  lasted: (ms) => `dauerte ${ms < 10 ? `${ms.toFixed(1).replace('.', ',')} ms` : spanText(ms)}`,
  recordsLost: records,
  linesOf: 'Was das Protokoll davon sagt',
  moreLines: 'Es gibt mehr: Heranzoomen zeigt den Rest.',
  lane: 'Spur',
  happened: 'Was geschah',
};
