import { countText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { mappingWords } from '../mappingWords.ts';
import { many, records } from './counts.ts';

const STATES: Record<string, string> = {
  Creating: 'Es liest nichts, bis es Enabled ist (dauert Sekunden, angenommen)',
  Enabling: 'Es liest in einigen Sekunden (angenommen)',
  Enabled: 'Es liest',
  Updating: 'Es liest nicht, bis die neuen Einstellungen gelten (dauert Sekunden, angenommen)',
  Disabling: 'Es hört auf zu lesen',
  Disabled: 'Es steht still und behält seine Checkpoints',
  Deleting: 'Es verschwindet',
  Deleted: 'Es ist fort',
};

const FAULTS: Record<string, string> = {
  Error: 'Jeder Aufruf wirft einen Fehler vor der ersten Wirkung.',
  Timeout: 'Jeder Aufruf hängt bis zum Timeout; seine Umgebung ist verloren.',
  Throttle:
    'Kein Aufruf beginnt, als wäre keine Concurrency mehr da. Kein Versuch wird verbraucht.',
  Slow: 'Jeder Aufruf dauert zehnmal so lange und kann in den Timeout laufen.',
  PermissionLost: 'Ihre Rolle darf den Stream nicht mehr lesen; verloren geht derweil nichts.',
  CrashBeforeEffect: 'Ihre Umgebung stirbt, ehe etwas getan ist: Nichts wird zweimal getan.',
  CrashAfterEffect:
    'Ihre Umgebung stirbt nach einigen Wirkungen: Der neue Versuch tut sie noch einmal.',
};

export const mapping: Translation<typeof mappingWords> = {
  readers: 'Shards und Lesezeiger',
  readersText: (state, result) =>
    `State ${state}: ${STATES[state] ?? ''}. LastProcessingResult: ${result}.`,
  noCursor: 'noch nichts gelesen',
  cursor: (sequenceNumber) => `…${sequenceNumber.slice(-7)}`,
  nothing: 'frei',
  toRead: (n) => `${countText(n)} zu lesen`,
  filling: (n, of, leftMs) => `${countText(n)} von ${countText(of)} · noch ${spanText(leftMs)}`,
  inFlight: (n) => `${countText(n)} unterwegs`,
  finalInvocation: 'letzter Aufruf seines Fensters',
  attempt: (attempt, most) =>
    most > 0
      ? `Versuch ${countText(attempt)} von ${countText(most)}`
      : `Versuch ${countText(attempt)}`,
  next: (attempt, leftMs) => `${attempt} in ${spanText(leftMs)}`,
  throttled: (leftMs) => `gedrosselt · wieder in ${spanText(leftMs)}`,
  waitsForParent: 'wartet auf den Elternshard',
  drained: 'zu Ende gelesen',
  assumed: 'Wartezeit angenommen',

  split: 'In Hälften geteilt',
  splitText: (shard, n, depth) =>
    `Ein fehlschlagender Batch mit ${records(n)} aus ${shard}, auf einem Weg ${countText(depth)}-mal geteilt. Eine Teilung verbraucht keinen Versuch.`,
  alone: (item, state) => ` ${item} steht allein: ${state}.`,
  splitStates: {
    succeeded: 'gelungen',
    failed: 'fehlgeschlagen',
    running: 'unterwegs',
    backingOff: 'wartet auf den nächsten Versuch',
    waiting: 'wartet auf die Hälfte davor',
    discarded: 'aufgegeben',
    split: 'fehlgeschlagen und geteilt',
  },
  node: (n, state) => `${records(n)}: ${state}`,

  partial: 'Teilweiser Fehlschlag',
  partialText: (done, again, shard, checkpoint, reported) =>
    `Die Funktion meldete ${many(reported, 'Fehlschlag', 'Fehlschläge')} in ${shard}. Der Checkpoint geht auf den niedrigsten davon, …${checkpoint.slice(-7)}: ${records(done)} davor ${done === 1 ? 'ist' : 'sind'} erledigt, ${countText(again)} ab ihm kommen wieder, auch die, die gelungen waren.`,

  lanes: 'Parallele Bahnen',
  lanesText: (factor, by) =>
    `ParallelizationFactor ${factor}: Der Hash von ${by} wählt die Bahn (welcher Hash, ist angenommen); die Records eines Items bleiben also in einer Bahn, in Reihenfolge.`,
  lane: (n) => `Bahn ${n}`,

  filters: 'Filter',
  filtersText: (dropped) =>
    `${records(dropped)} ausgelassen: Die Funktion sah ${dropped === 1 ? 'ihn' : 'sie'} nie, und der Checkpoint rückte vor. Ein Record kommt durch, wenn ein Filter passt.`,
  missing: (path, wanted) => `${path} ist nicht da; verlangt ist ${wanted}`,
  differs: (path, found, wanted) => `${path} ist ${found}; verlangt ist ${wanted}`,
  noAlternative: (path) => `keine Alternative von $or${path} passt`,
  noElement: 'kein einzelnes Element eines Arrays passt ganz',
  emptyDetail: 'nichts passte',

  windows: 'Tumbling Windows',
  windowsText: (span) =>
    `Alle ${span} nach der Zeit der Records endet ein Fenster, mit einem weiteren Aufruf, der seinen Zustand bringt und keine Records.`,
  noWindow: ' Keines ist offen: Eines öffnet sich mit seinem ersten Record.',
  windowEnds: {
    1: 'seine Zeit war vorüber',
    2: 'sein Shard endete',
    3: 'sein Zustand war zu groß',
    4: 'sein letzter Aufruf wurde aufgegeben',
  },
  windowEnded: (shard, n, why) => `${shard}: ${records(n)}, ${why}`,

  environments: 'Ausführungsumgebungen',
  environmentsText: (busy, starting, idle, used, of, isReserved, timeoutMs) =>
    `${countText(busy)} beschäftigt, ${countText(starting)} im Kaltstart, ${countText(idle)} frei. Concurrency: ${countText(used)} von ${countText(of)} ${
      isReserved ? 'reservierten' : 'des Kontos'
    }. Timeout ${spanText(timeoutMs)}.`,

  behaviour: 'Verhalten, und wie man es stört',
  behaviourText: (broken) =>
    `${broken === 0 ? 'Nichts ist gestört.' : `${many(broken, 'Störung', 'Störungen')} an.`} Wie lange sie braucht, ihr Kaltstart und der Schutz ihrer Wirkungen gehören diesem Lab, nicht AWS: Ändern Sie es in ihren Einstellungen.`,
  faultAbout: (kind, reports) =>
    kind === 'Poison'
      ? reports
        ? 'Teilweiser Erfolg: Sie meldet den Record eines Items als fehlgeschlagen, die anderen sind erledigt.'
        : 'Ein Batch mit einem Record eines Items schlägt fehl. Mit ReportBatchItemFailures in den Einstellungen des Mappings wäre es ein teilweiser Erfolg.'
      : (FAULTS[kind] ?? ''),

  pipe: 'Die Pipe',
  pipeText: (read, filtered, sent, dead) =>
    `${records(read)} gelesen, ${countText(filtered)} ausgefiltert, ${countText(sent)} gesendet, ${countText(dead)} aufgegeben.`,

  document: (holdsRecords, n, shard) => `${holdsRecords ? '' : '→ '}${records(n)} · ${shard}`,
  onFailures: 'Dokumente über aufgegebene Records',
  pointersText: (n) =>
    `${many(n, 'Dokument', 'Dokumente')}. Jedes zeigt in den Shard und enthält keinen Record: Worauf es zeigt, lässt sich lesen, solange es dort lebt.`,
  recordsText: (n) => `${many(n, 'Dokument', 'Dokumente')}, jedes mit den ganzen Records.`,

  rules: 'Regeln des Busses',
  rulesText: (matched) => `${many(matched, 'Ereignis', 'Ereignisse')} passten zu einer Regel.`,
};
