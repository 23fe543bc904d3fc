import type { Translation } from '../../../projections/words/language.ts';
import type { comparisonWords } from '../comparison.ts';

export const comparison: Translation<typeof comparisonWords> = {
  title: 'Wer was bemerkt hat',
  intro: (changes) => `Dieselben ${changes}, gesehen von allen, die davon wissen wollen.`,
  kinds: {
    stream: 'Bekommt einen Record von jeder Änderung, für jedes Item in Reihenfolge.',
    pipe: 'Bekommt einen Record von jeder Änderung, durch eine Pipe, die filtert und anreichert.',
    kinesis: 'Bekommt auch jede Änderung, aber vielleicht zweimal und nicht in Reihenfolge.',
    scan: 'Liest wieder und wieder die ganze Tabelle und behält, was neuer aussieht.',
    export: 'Lässt die Tabelle ab und zu nach S3 schreiben: jedes Item, wie es zuletzt war.',
  },
  measure: 'Maß',
  none: 'Es gibt nichts zu vergleichen: Das Lab hat keinen Leser.',
  groups: {
    noticed: 'Bemerkt',
    missed: 'Für immer verpasst',
    quality: 'Wie gut',
    price: 'Zu welchem Preis',
  },
  rows: {
    seen: ['Gesehen', 'Änderungen, mit denen er fertig ist.'],
    waiting: ['Wartet', 'Noch nicht gesehen, kommt aber noch.'],
    deletes: ['Löschungen', 'Ein Scan kann nicht sehen, was nicht mehr da ist.'],
    collapsed: ['Überschrieben', 'Durch eine neuere Änderung ersetzt, ehe der nächste Scan kam.'],
    race: ['Wettlauf', 'Geschrieben, während ein Scan las, und nie wieder neuer als seine Marke.'],
    noWatermark: ['Ohne Marke', 'Items ohne das Attribut, das der Filter des Scans vergleicht.'],
    filtered: ['Gefiltert', 'Vom eigenen Filter des Scans ausgelassen.'],
    lost: ['Verloren', 'Nach Versuchen oder Alter aufgegeben, oder nach 24 Stunden abgelaufen.'],
    repeated: ['Wiederholt', 'Noch einmal geliefert: Dem Leser darf es nichts ausmachen.'],
    outOfOrder: ['Verkehrt', 'Eine Änderung, die nach einer späteren desselben Items kam.'],
    median: ['Mittlere Verzögerung', 'Vom Commit bis zur Wirkung, für die Hälfte der Änderungen.'],
    slowest: ['99 % innerhalb', 'Alle bis auf eine von hundert brauchten höchstens so lange.'],
    reads: [
      'Leseeinheiten',
      'Lambda liest den Stream umsonst; ein Scan zahlt für alles, was er ansieht.',
    ],
    usd: ['Kosten im Monat', 'Des Lesens, bei dieser Rate und den Preisen von AWS in us-east-1.'],
  },
  noneYet: '–',
};
