import { countText, spanText } from '../../spanText.ts';
import type { Translation } from '../language.ts';
import type { logWords } from '../logWords.ts';
import { inARow, items, many, records } from './counts.ts';

const FAILED: Record<string, (item: string) => string> = {
  error: () => 'Sie warf einen Fehler',
  poison: (item) => `Das vergiftete Item ${item} ist im Batch`,
  crash: () => 'Sie stürzte ab, nachdem eine Wirkung hinausgegangen war',
  crashBeforeEffect: () => 'Sie stürzte vor der ersten Wirkung ab',
  timeout: () => 'Sie lief in ihren Timeout',
  partial: (item) =>
    `Sie meldete ${item || 'einen Record'} als fehlgeschlagen, und alles davor als erledigt`,
  throttle: () => 'Ihre Anreicherung wurde gedrosselt',
  deleted: () => 'Die Funktion ist fort',
  effect: (item) =>
    item ? `Der Aufruf für ${item} wurde abgelehnt` : 'Ein Aufruf an ein Ziel wurde abgelehnt',
};

const WINDOW_END: Record<number, string> = {
  2: ', weil sein Shard zu Ende ist',
  3: ', früher: Sein Zustand ist größer als 1 MB',
  4: ': Sein letzter Aufruf wurde aufgegeben, und der Zustand ist verloren',
};

const changes = (n: number): string => many(n, 'Änderung', 'Änderungen');
const missed = (parts: readonly string[], never: string): string =>
  parts.length > 0 ? `; ${inARow(parts)} ${never}` : '';

const BEGUN: Record<string, (target: string, what: string) => string> = {
  Error: (target) => `${target} schlägt nun bei jedem Aufruf fehl.`,
  Poison: (target, what) =>
    `${what} ist vergiftet: ${target} schlägt bei jedem Batch fehl, der es enthält.`,
  Throttle: (target) => `${target} wird gedrosselt: Kein Aufruf beginnt.`,
  Timeout: (target) => `${target} hängt nun: Jeder Aufruf läuft in den Timeout.`,
  CrashBeforeEffect: (target) => `${target} stürzt nun vor der ersten Wirkung ab.`,
  CrashAfterEffect: (target) => `${target} stürzt nun nach einer Wirkung ab.`,
  Slow: (target, what) => `${target} ist nun langsam (${what}).`,
  Unavailable: (target) => `${target} ist nun nicht erreichbar.`,
  PermissionLost: (target) => `${target} darf seinen Stream nicht mehr lesen.`,
  SplitPartition: (target) => `Eine Partition von ${target} teilt sich.`,
};

const ENDED: Record<string, (target: string, what: string) => string> = {
  Error: (target) => `${target} geht wieder.`,
  Poison: (_target, what) => `${what} ist geheilt.`,
  Throttle: (target) => `${target} darf wieder laufen.`,
  Timeout: (target) => `${target} antwortet wieder.`,
  CrashBeforeEffect: (target) => `${target} stürzt nicht mehr ab.`,
  CrashAfterEffect: (target) => `${target} stürzt nicht mehr ab.`,
  Slow: (target) => `${target} ist so schnell wie zuvor.`,
  Unavailable: (target) => `${target} ist wieder erreichbar.`,
  PermissionLost: (target) => `${target} darf seinen Stream wieder lesen.`,
};

export const log: Translation<typeof logWords> = {
  itemInserted: (item) => `${item} wurde gespeichert.`,
  itemReplaced: (item, what) => `${item} wurde ersetzt${what}.`,
  itemUpdated: (item, what) => `${item} wurde geändert${what}.`,
  itemDeleted: (item) => `${item} wurde gelöscht.`,
  differences: (parts, more) => {
    if (parts.length === 0) return '';
    const texts = parts.map(({ name, from, to }) =>
      from === ''
        ? `${name} ${to} dazu`
        : to === ''
          ? `${name} entfernt`
          : `${name} ${from} → ${to}`,
    );
    const rest = more > 0 ? `, und ${many(more, 'weiteres Attribut', 'weitere Attribute')}` : '';
    return `: ${texts.join(', ')}${rest}`;
  },
  noOp: (item) =>
    `Das Schreiben von ${item} hat nichts geändert, also bekommt der Stream keinen Record.`,
  noOpDelete: (item) =>
    `${item} sollte gelöscht werden, ist aber nicht da: nichts geändert, kein Record.`,
  conditionFailed: (item) =>
    `Die Bedingung an ${item} traf nicht zu: nichts geändert, und die Schreibeinheiten sind trotzdem verbraucht.`,
  callFailed: (call, error) => `${call} wurde abgelehnt: ${error}`,
  readRefused: (shard, error) => `GetRecords von ${shard} wurde abgelehnt: ${error}`,

  recordAppended: (item, name, shard) => `Sein ${name}-Record ist in ${shard}: ${item}.`,
  recordsTrimmed: (n, shard, hours) =>
    `${records(n)} von ${shard} ${n === 1 ? 'fiel' : 'fielen'} nach ${hours} h heraus.`,
  shardOpened: (shard) => `${shard} ist offen.`,
  shardOpenedAfter: (shard, parent) => `${shard} ist offen und setzt ${parent} fort.`,
  shardClosed: (shard) => `${shard} ist geschlossen: Er nimmt keine Records mehr.`,
  changeSentAgain: (item, stream) =>
    `Die Änderung von ${item} wird ein zweites Mal an ${stream} gesendet.`,
  changeHeldUp: (item, stream, ms) =>
    `Die Änderung von ${item} wird auf dem Weg nach ${stream} für ${spanText(ms)} aufgehalten.`,
  kinesisRecord: (item, shard, stream) =>
    `Die Änderung von ${item} kam in ${shard} von ${stream} an.`,
  kinesisDuplicate: (item, shard, stream) =>
    `Die Änderung von ${item} kam in ${shard} von ${stream} noch einmal an: Nun steht sie dort zweimal.`,

  received: (fn, n, shard, attempt) =>
    `${fn} bekam ${records(n)} aus ${shard}${attempt > 1 ? ` (Versuch ${attempt})` : ''}.`,
  succeeded: (fn, n, shard, tookMs) =>
    `${fn} ist mit ${records(n)} aus ${shard} nach ${spanText(tookMs)} fertig.`,
  failed: (fn, reason, item) => `${fn} schlug fehl: ${FAILED[reason]?.(item) ?? reason}.`,
  failedAndRetries: (fn, reason, item, backoffMs) =>
    `${fn} schlug fehl: ${FAILED[reason]?.(item) ?? reason}. Der nächste Versuch kommt in ${spanText(backoffMs)} (Wartezeit angenommen).`,
  givenUpByAttempts: (fn, n, shard) =>
    `${fn} gab ${records(n)} von ${shard} auf: Die Versuche sind erschöpft. Der Shard geht weiter.`,
  givenUpByAge: (fn, n, shard) =>
    `${fn} gab ${records(n)} von ${shard} auf: älter als das höchste Record-Alter. Der Shard geht weiter.`,
  expired: (fn, n, shard) =>
    `${records(n)} von ${shard} ${n === 1 ? 'fiel' : 'fielen'} heraus, ehe ${fn} ${n === 1 ? 'ihn' : 'sie'} verarbeiten konnte: dafür verloren.`,
  consumerStarted: (fn, shard) => `${fn} beginnt, ${shard} zu lesen.`,
  drained: (fn, shard) => `${fn} hat ${shard} zu Ende gelesen; die Kinder dürfen beginnen.`,
  throttled: (fn, shard) =>
    `${fn} wurde gedrosselt: Der Batch von ${shard} wartet, und kein Versuch ist verbraucht.`,
  bisected: (fn, shard, first, second) =>
    `Der fehlgeschlagene Batch von ${shard} wurde in ${first} und ${second} geteilt: ${fn} bekommt die Hälften getrennt, und kein Versuch ist verbraucht.`,
  onFailureSent: (fn, destination) =>
    `Ein Dokument über die Records, die ${fn} aufgab, ging an ${destination}.`,
  windowClosed: (fn, n, shard, end) =>
    `Das Tumbling Window von ${fn} an ${shard} ist nach ${records(n)} vorüber${WINDOW_END[end] ?? ''}.`,
  finalInvocation: (fn, shard) =>
    `${fn} wurde für ihr Fenster an ${shard} noch einmal aufgerufen, mit ihrem Zustand und ohne Records.`,
  finalSucceeded: (fn, shard) => `${fn} ist mit ihrem Fenster an ${shard} fertig.`,
  eventRouted: (rule, item, target) =>
    `Das Ereignis über ${item} passt zur Regel ${rule} und geht weiter an ${target}.`,
  alarmChanged: (alarm, state, metric) => `Der Alarm ${alarm} auf ${metric} ist nun ${state}.`,
  alarmActionSent: (alarm, target) => `Der Alarm ${alarm} benachrichtigte ${target}.`,
  lanesChanged: (fn, shard, lanes) =>
    `${fn} liest ${shard} nun in ${many(lanes, 'Bahn', 'Bahnen')}, ab dem niedrigsten Checkpoint: Einige Records können wiederkommen (angenommen).`,
  recordsRedriven: (n, shard) =>
    `Redrive: ${records(n)} von ${shard}, auf die ein On-failure-Dokument zeigt, noch einmal gelesen und der Funktion gegeben.`,
  mappingUpdated: (fn, settings) =>
    `Das Event Source Mapping von ${fn} wurde geändert${settings ? `: ${settings}` : ''}.`,

  effectDone: (item, thing, done, target) => `${thing} zu ${item} ${done}: ${target}.`,
  markerWritten: (item, thing) => `${thing} zu ${item} als getan vermerkt.`,
  markerFound: (item, thing) =>
    `${thing} zu ${item} ist als getan vermerkt, und darum nicht getan.`,
  effectRefused: (item, thing, target) =>
    `${thing} zu ${item} abgelehnt: ${target} ist nicht erreichbar.`,

  pollStarted: (poller) => `${poller} beginnt, die Tabelle zu scannen.`,
  pollEnded: (returned, evaluated, parts) =>
    `Der Scan lieferte ${items(returned)} von ${countText(evaluated)} angesehenen${missed(parts, 'kann er nie sehen')}.`,
  missedDeletes: (n) => many(n, 'Löschung', 'Löschungen'),
  missedCollapsed: (n) => many(n, 'überschriebene Änderung', 'überschriebene Änderungen'),
  missedRace: (n) => `${changes(n)}, während er las,`,
  missedNoWatermark: (n) => `${changes(n)} ohne Wassermarke`,
  missedFiltered: (n) => `${changes(n)}, vom Filter ausgelassen,`,
  imageReturned: (who, item, again) =>
    again ? `${who} lieferte ${item} noch einmal.` : `${who} lieferte ${item}.`,
  changeMissed: (who, item, name, why) => `${who} kann ${name} von ${item} nie sehen: ${why}.`,
  exportStarted: (id) => `${id} verlangt einen Export der Tabelle, wie sie jetzt ist.`,
  exportEnded: (returned, parts) =>
    `Der Export ist in S3, mit ${many(returned, 'Änderung', 'Änderungen')}${missed(parts, 'kann er nie zeigen')}.`,
  pageThrottled: (poller, page) =>
    `${poller} wird bei Seite ${page} gedrosselt: Die Tabelle hat keine Leseeinheiten mehr.`,
  missReasons: {
    delete: 'Das Item ist fort',
    collapsed: 'Es wurde überschrieben, ehe jemand hinsah',
    race: 'Seine Wassermarke war schon vorüber',
    noWatermark: 'Es hat keine Wassermarke',
    filtered: 'Der Filter lässt es aus',
  },

  faultStarted: (kind, target, what) =>
    BEGUN[kind]?.(target, what) ?? `${kind} beginnt an ${target}.`,
  faultEnded: (kind, target, what) => ENDED[kind]?.(target, what) ?? `${kind} endet an ${target}.`,
  trafficChanged: (table, perSecond) =>
    perSecond > 0
      ? `Der Verkehr auf ${table} ist nun ${perSecond} Schreibvorgänge je Sekunde.`
      : `Der Verkehr auf ${table} ist aus.`,
};
