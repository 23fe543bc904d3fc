import type { Translation } from '../../../projections/words/language.ts';
import type { settingsWords } from '../settings.ts';

const STATES: Record<string, string> = {
  Enabled: 'Änderungen wirken einige Sekunden, nachdem sie angewandt sind (angenommen).',
  Disabled: 'Es steht still und behält seine Checkpoints.',
  Creating: 'Es liest noch nichts.',
  Updating: 'Es liest nicht mehr, bis die neuen Einstellungen gelten.',
  Enabling: 'Es liest in einigen Sekunden.',
  Disabling: 'Es hört auf zu lesen.',
};

export const settings: Translation<typeof settingsWords> = {
  open: 'Einstellungen ändern',
  mappingTitle: 'Einstellungen des Mappings',
  functionTitle: 'Einstellungen der Funktion',
  states: (state, playing) => {
    const isUnderWay = state.endsWith('ing');
    return `${STATES[state] ?? ''}${isUnderWay && !playing ? ' Abspielen, und es geht weiter.' : ''}`;
  },
  range: (range, otherwise) => `${range === '' ? '' : `${range}. `}Vorgabe: ${otherwise}.`,
  notANumber: (name, range) => `${name} muss eine Zahl sein: ${range}.`,
  startingPosition: (position) =>
    `StartingPosition ${position}: AWS lässt sie nicht ändern, sobald das Mapping da ist.`,
  none: 'keine',
  millisecondsRange: '0 bis 900.000 Millisekunden',
  median: 'Millisekunden, die ein Aufruf dauert; die Hälfte dauert länger.',
  tail: 'Millisekunden, die einer von hundert überschreitet.',
  coldStart: 'Millisekunden, die eine neue Umgebung zum Start braucht.',
  guard: (n, effect, target) => `Wirkung ${n}: ${effect} ${target}`,
  guardAbout: 'Was sie davor schützt, für denselben Record zweimal getan zu werden.',
  tooLong: (name) => `${name} muss 0 bis 900.000 Millisekunden sein.`,
  tailBelow: (median) => `DurationMs P99 darf nicht unter P50 liegen, und das ist ${median}.`,
  ours: 'Verhalten in diesem Lab',
  oursAbout: 'Keine Einstellungen von AWS: Sie gelten vom nächsten Aufruf an.',
  apply: 'Anwenden',
  revert: 'Getipptes zurücknehmen',
  applied: 'Getan.',
  underWay: 'Erbeten.',
};
