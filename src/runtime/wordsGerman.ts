/** What the runtime says to a person, in German. */
import { adopt, type Translation } from '../projections/words/language.ts';
import { copyWords, pagesWords, storageWords, words } from './words.ts';

const storage: typeof storageWords = {
  denied:
    'Dieser Browser lässt die Seite hier nichts speichern (privates Fenster oder Einstellungen der Website). Das Lab geht, aber was Sie darin tun, ist fort, wenn der Tab schließt.',
  quota:
    'Der Speicher des Browsers für diese Website ist voll. Was gespeichert ist, bleibt; das Lab geht von hier an im Speicher weiter. Um wieder zu speichern, löschen Sie Labs, die Sie nicht mehr brauchen, und laden Sie neu.',
  blocked:
    'Ein anderer Tab hält eine ältere Version der Datenbank offen. Das Lab läuft vorerst im Speicher; schließen Sie die anderen Tabs von Shardscope und laden Sie neu, um es zu speichern.',
  newer:
    'Was gespeichert ist, wurde von einer neueren Version von Shardscope geschrieben. Es bleibt, wie es ist; dieses Lab läuft im Speicher.',
  corrupt:
    'Was von diesem Lab gespeichert war, ließ sich nicht lesen. Es beginnt neu und läuft im Speicher; nichts Gespeichertes wurde überschrieben.',
  closed:
    'Die Datenbank wurde gelöscht oder geschlossen, während das Lab offen war. Es läuft von hier an im Speicher weiter; laden Sie neu, um es wieder zu speichern.',
  removed:
    'Dieses Lab wurde in einem anderen Tab gelöscht. Hier geht es im Speicher weiter: Behalten Sie es als neues Lab, sonst ist es fort, wenn dieser Tab schließt.',
  cancelled: 'Es wurde abgebrochen: Nichts hat sich geändert.',
  unknown: 'Das Lab ließ sich nicht speichern. Es läuft im Speicher, bis der Tab schließt.',
};

const pages: typeof pagesWords = {
  denied:
    'Dieser Browser gibt der Seite keine eigene Datei (privates Fenster oder Einstellungen der Website). Eine lange Geschichte bleibt im Speicher: Viele Stunden können mehr als ein Gigabyte brauchen.',
  quota:
    'Der Speicher des Browsers für diese Website ist voll. Was von hier an kommt, bleibt im Arbeitsspeicher: Viele Stunden können mehr als ein Gigabyte brauchen.',
  lost: 'Ein Teil der Geschichte dieses Labs ließ sich nicht aus dem Speicher des Browsers zurücklesen. Nichts, was Sie getan haben, ist verloren: Er wird aus Ihren Befehlen neu gerechnet.',
};

const copies: Translation<typeof copyWords> = {
  broughtBack: (labs) =>
    labs === 1
      ? 'Dieser Browser hatte seine Datenbank verloren. Ein Lab wurde aus seiner zweiten Kopie zurückgeholt, mit allem, was Sie darin getan haben.'
      : `Dieser Browser hatte seine Datenbank verloren. ${labs} Labs wurden aus ihren zweiten Kopien zurückgeholt, mit allem, was Sie darin getan haben.`,
  unreadable: (labs) =>
    labs === 1
      ? 'Dieser Browser hat seine Datenbank verloren, und von einem Lab war auch die zweite Kopie nicht zu lesen.'
      : `Dieser Browser hat seine Datenbank verloren, und von ${labs} Labs waren auch die zweiten Kopien nicht zu lesen.`,
  healed:
    'Ein Teil dessen, was von diesem Lab gespeichert war, war beschädigt. Er wurde aus der zweiten Kopie des Labs zurückgeholt, mit allem, was Sie darin getan haben.',
};

const german: Translation<typeof words> = {
  superseded: 'Etwas Neueres wurde verlangt.',
  notOpen: 'Kein Lab ist offen.',
  followerCommand:
    'Dieses Lab ist in einem anderen Tab offen, dem es gehört. Übernehmen Sie es hier, oder schreiben Sie dort.',
  followerTime:
    'Dieses Lab ist in einem anderen Tab offen, der seine Zeit bestimmt. Übernehmen Sie es hier, oder stellen Sie sie dort.',
  followerCards:
    'Dieses Lab ist in einem anderen Tab offen, in dem seine Karten verschoben werden. Übernehmen Sie es hier, oder verschieben Sie sie dort.',
  awayLong:
    'Während diese Seite nicht zu sehen war, wären im Lab mehr als 24 Stunden vergangen: 24 davon holt sie nach.',
  takenOver: 'Der andere Tab ist zu: Nun gehört das Lab diesem.',
  takenOverHere: 'Das Lab gehört nun diesem Tab; der andere folgt ihm.',
  handedOver: 'Ein anderer Tab hat dieses Lab übernommen: Dieser folgt ihm.',
  notGiven: 'Der andere Tab antwortet nicht. Schließen Sie ihn, und dieser übernimmt.',
  restored:
    'Dieses Lab wurde in einem anderen Tab zurückgeholt. Hier geht es weiter im Speicher: Laden Sie neu, um das gespeicherte zu öffnen, oder behalten Sie dieses als neues Lab.',
  engineChanged:
    'Die Regeln der Simulation haben sich geändert, seit dieses Lab zuletzt offen war. Seine Geschichte wurde aus Ihren Befehlen neu gerechnet.',
  commandsRefused: (count) =>
    count === 1
      ? 'Ein gespeicherter Befehl wird nicht mehr angenommen und wurde ausgelassen.'
      : `${count} gespeicherte Befehle werden nicht mehr angenommen und wurden ausgelassen.`,
  branched:
    'Sie haben die Vergangenheit geändert: Von hier an ist das ein neuer Zweig. Der alte bleibt erhalten, unter Zweige.',
  noSuchBranch: 'Diesen Zweig gibt es in diesem Lab nicht.',
  nothingToUndo: 'Vor diesem Augenblick gibt es nichts rückgängig zu machen.',
  nothingToRedo: 'Es gibt nichts zu wiederholen.',
  nothingRemoved: 'Es gibt kein gelöschtes Lab zurückzuholen.',
  tooMuchToExport:
    'Das ist mehr, als eine Lab-Datei fasst: höchstens 100.000 Befehle in 32 MiB, und 64 MiB mit den Items. Das Lab bleibt hier gespeichert.',
  emptyTitle: 'Ein Lab braucht einen Namen von mindestens einem Zeichen.',
  labGone: 'Dieses Lab ist hier nicht mehr gespeichert.',
  checkpointDamaged:
    'Ein gespeicherter Teil der Geschichte dieses Labs war beschädigt und wurde ausgelassen. Nichts, was Sie getan haben, ist verloren: Es wird aus Ihren Befehlen neu gerechnet.',
  derivedDropped:
    'Der Speicher des Browsers ist fast voll: Befehle werden weiter gespeichert, Items und Records aber nicht mehr in die Datenbank kopiert.',
  engineStopped: (seed, seconds, message) =>
    `Die Simulation hielt wegen eines Fehlers von uns an (Seed ${seed}, ${seconds.toFixed(3)} s): ${message}`,
  workerRefused:
    'Dieser Browser oder diese Seite erlaubt keine Worker. Das Lab läuft auf dem Thread der Seite und kann ruckeln.',
  badParameter: (name, value, accepted) =>
    `Die Adresse sagt ${name}=${value}; angenommen wird ${accepted}. Es wurde ausgelassen.`,
  unknownLab: (id) => `Es gibt kein mitgeliefertes Lab namens „${id}“.`,
  fileTooLarge: (name) =>
    `${name} ist größer als 1 MiB. Eine Lab-Datei darf bis zu 1 MiB haben, und bis zu 64 MiB mit dem, was im Lab getan wurde, und seinen Items.`,
  fileUnreadable: (name) => `${name} konnte nicht gelesen werden.`,
  historyGone: 'Seither wurde eine andere Datei gelesen. Öffnen Sie diese noch einmal.',
  moreErrors: (count) => `… und ${count} weitere.`,
};

/** Puts German words in the places of the English ones. */
export function speakGerman(): void {
  adopt(storageWords, storage);
  adopt(pagesWords, pages);
  adopt(copyWords, copies);
  adopt(words, german);
}
