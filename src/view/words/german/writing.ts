import type { Translation } from '../../../projections/words/language.ts';
import type { writingWords } from '../writing.ts';

export const writing: Translation<typeof writingWords> = {
  title: 'Ein Item schreiben',
  table: 'Tabelle',
  call: 'Aufruf',
  calls: { put: 'Put', update: 'Update', delete: 'Delete' },
  callNames: {
    put: 'dynamodb:PutItem',
    update: 'dynamodb:UpdateItem',
    delete: 'dynamodb:DeleteItem',
  },
  about: {
    put: 'Speichert das ganze Item unter seinem Schlüssel, an Stelle dessen, was dort ist.',
    update:
      'Ändert nur die Attribute, die Sie unten ändern; ein Item, das es nicht gibt, wird angelegt.',
    delete: 'Entfernt das Item mit diesem Schlüssel. Löschen, was es nicht gibt, ändert nichts.',
  },

  item: 'Item',
  findItem: 'Ein Item über seinen Schlüssel finden',
  newItem: 'Ein neues Item',
  noItem: 'Kein Item der Tabelle hat diese Worte in seinem Schlüssel.',
  chosen: (label) => `Gewählt: ${label}`,
  chooseFirst: 'Wählen Sie zuerst das Item, oder schreiben Sie unten seinen Schlüssel.',

  form: 'Form des JSON',
  forms: { plain: 'Einfaches JSON', typed: 'DynamoDB-JSON' },
  formKept: 'Der Text behält seine Form, bis er richtig ist: Dann lässt sich die Form wechseln.',
  json: 'Item als JSON',
  valid: (bytes) => `Ein gültiges Item von ${bytes}.`,
  at: (line, column) => `Zeile ${line}, Spalte ${column}`,
  inAttribute: (path) => `In ${path}`,

  condition: 'Nur wenn',
  conditions: {
    none: 'immer',
    exists: 'das Attribut da ist',
    notExists: 'das Attribut nicht da ist',
  },
  conditionOn: 'Attribut',

  generated: 'Was gesendet wird',
  noEdit: 'Noch ist nichts geändert: Das Update würde nichts ändern.',
  fromNow: 'Verglichen mit dem Item, wie es jetzt ist.',
  keyEdited: (name) =>
    `Der Schlüssel (${name}) des gewählten Items wurde geändert: Ein Update kann keinen Schlüssel ändern. Dies ändert das Item mit dem Schlüssel, wie er dasteht.`,

  send: { put: 'Item speichern', update: 'Item ändern', delete: 'Item löschen' },
  sending: 'Wird gesendet…',
  sent: (call, time) => `${call} wurde bei ${time} gesendet.`,
  paused: 'Die Uhr steht: Der Aufruf reist, wenn die Zeit weitergeht.',
  cameOf: 'Was daraus wurde',
  refused: 'Abgelehnt',
  conditionError: 'ConditionalCheckFailedException: The conditional request failed',

  many: 'Viele auf einmal',
  burst: 'Einen Schwung von 50 speichern',
  updateTen: 'Dasselbe Item zehnmal ändern',
  traffic: 'Verkehr im Hintergrund',
  trafficRate: 'Schreibvorgänge je Sekunde',
  trafficOn: 'An',
  trafficOff: 'Aus',
  badRate: 'Eine Zahl von 0 bis 1000.',
  noTraffic: 'Dieses Lab hat keinen Verkehr im Hintergrund.',
  burstSent: (n, from, to) => `${n} Items wurden gespeichert: ${from} bis ${to}.`,
  tenSent: (label) => `${label} wurde zehnmal geändert.`,
  noItemToUpdate: 'Die Tabelle hat noch kein Item: Speichern Sie zuerst eines.',
  partlySent: (done, all, error) => `${done} von ${all} Aufrufen wurden gesendet. ${error}`,

  faults: {
    on: {
      Error: (fn) => `Von jetzt an schlägt jeder Aufruf von ${fn} fehl.`,
      Poison: (fn, item) =>
        `${item} ist vergiftet: Ein Aufruf von ${fn}, der es enthält, schlägt fehl.`,
      Slow: (fn) => `${fn} braucht von jetzt an zehnmal so lange.`,
      Timeout: (fn) => `${fn} hängt von jetzt an, bis zu seinem Timeout.`,
      Throttle: (fn) => `${fn} wird von jetzt an gedrosselt: Kein Aufruf beginnt.`,
      PermissionLost: (fn) => `${fn} darf seinen Stream nicht mehr lesen.`,
      CrashBeforeEffect: (fn) => `${fn} stürzt von jetzt an vor seiner ersten Wirkung ab.`,
      CrashAfterEffect: (fn) =>
        `${fn} stürzt von jetzt an nach seiner Wirkung ab: Die Arbeit ist getan, und wird noch einmal getan.`,
    },
    onOther: (kind, target) => `${kind} trifft ${target} von jetzt an.`,
    off: (kind, target) => `${kind} an ${target} ist geheilt.`,
    undo: 'Rückgängig',
    other: 'Ein anderes Item…',
    noItem: 'Noch gibt es kein Item zu vergiften: Speichern Sie zuerst eines.',
    poisonTitle: 'Welches Item vergiften?',
    poisonAbout:
      'Ein Aufruf, der einen Record dieses Items enthält, schlägt fehl, bis es geheilt ist.',
  },
};
