import { countText, spanText } from '../../../projections/spanText.ts';
import type { Translation } from '../../../projections/words/language.ts';
import { plotWords } from '../plots.ts';

const NAMES = {
  iteratorAge: 'Iterator age',
  waiting: 'Wartende Records',
  latency: 'Verzögerung',
  duplicates: 'Doppelte',
  throttles: 'Drosselungen',
  cost: 'Kosten bisher',
};

const TITLES = {
  iteratorAge:
    'Alter des ältesten Records der Batches, die dort begannen: IteratorAge von CloudWatch, sein Höchstwert',
  waiting: 'Records, die ein Mapping noch zu erledigen hat',
  latency:
    'Von einem Schreibvorgang bis zu seiner ersten Wirkung, das Mittel derer, die dort ankamen',
  duplicates: 'Wirkungen, die ein zweites Mal ankamen',
  throttles: 'Aufrufe und Lesevorgänge, abgelehnt, weil sie zu schnell kamen',
  cost: 'Was alles bisher gekostet hat, zu den Preisen von us-east-1',
};

export const plots: Translation<typeof plotWords> = {
  region: 'Kurven',
  name: (metric) => NAMES[metric],
  title: (metric) => TITLES[metric],
  value: plotWords.value,
  tick: plotWords.tick,
  none: 'keine',
  unknown: '–',
  more: (n) => `und ${countText(n)} weitere`,
  each: (stretchMs) => `je ${spanText(stretchMs)}`,
  reading: (metric, parts) =>
    `${NAMES[metric]}: ${parts.length === 0 ? 'keine' : parts.join(', ')}`,
  table: 'Was die Kurven enthalten',
  tableNote: (n) =>
    `${countText(n)} ${n === 1 ? 'Messwert' : 'Messwerte'}, gleichmäßig über die Strecke.`,
  from: 'Ab',
  column: (metric, series) => (series === '' ? NAMES[metric] : `${NAMES[metric]}, ${series}`),
};
