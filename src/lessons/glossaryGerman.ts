/** The terms of the lessons in German: by the English term the German one, and what it means. */
export const germanTerms: Readonly<Record<string, readonly [term: string, means: string]>> = {
  table: ['Tabelle', 'Eine Sammlung von Items in DynamoDB, jedes unter seinem Schlüssel.'],
  item: ['Item', 'Eine Menge von Attributen, die unter einem Schlüssel einer Tabelle steht.'],
  key: [
    'Schlüssel',
    'Die Attribute, die ein Item benennen: ein Partitionsschlüssel, in manchen Tabellen auch ein Sortierschlüssel. Keine zwei Items einer Tabelle haben denselben.',
  ],
  stream: [
    'Stream',
    'Was DynamoDB über eine Tabelle aufschreibt: jede Änderung eines Items, 24 Stunden lang. AWS nennt es DynamoDB Streams.',
  ],
  record: ['Record', 'Was ein Stream über eine Änderung eines Items hat.'],
  'old image': ['altes Abbild', 'Das Item, wie es vor der Änderung war, in einem Record.'],
  'new image': ['neues Abbild', 'Das Item, wie es nach der Änderung ist, in einem Record.'],
  change: [
    'Änderung',
    'Eine wirksam gewordene Änderung eines Items: neu gespeichert, geändert oder entfernt. Ein Schreiben, das alles lässt, wie es war, ist keine.',
  ],
  poll: ['fragt ab', 'Immer wieder fragen, ob es etwas Neues gibt.'],
  watermark: [
    'Wassermarke',
    'Ein Attribut, das sagt, wann ein Item zuletzt geschrieben wurde: So kann ein Scan nach dem fragen, was neuer ist als sein letzter Blick.',
  ],
  backfill: [
    'Backfill',
    'Einmal lesen, durch einen Export oder einen Scan, was vor dem Einschalten des Streams in der Tabelle war.',
  ],
  'view type': [
    'View type',
    'Was jeder Record eines Streams vom Item trägt: KEYS_ONLY, NEW_IMAGE, OLD_IMAGE oder NEW_AND_OLD_IMAGES. Beim Einschalten gewählt, und nie geändert.',
  ],
  'sequence number': [
    'Sequence number',
    'Die Ziffern, nach denen die Records eines Items geordnet sind. Sie steigen mit jeder Änderung des Items.',
  ],
  partition: [
    'Partition',
    'Ein Teil einer Tabelle, auf eigenen Maschinen. Sie trägt 1.000 Schreibeinheiten und 3.000 Leseeinheiten je Sekunde und fasst 10 GB.',
  ],
  'on-demand': [
    'On-Demand',
    'Von einer Tabelle: bezahlt nach Anfragen, ohne dass vorher Kapazität gesetzt wird.',
  ],
  'partition key': [
    'Partitionsschlüssel',
    'Das Attribut des Schlüssels, dessen Hash entscheidet, in welcher Partition ein Item liegt.',
  ],
  'sort key': [
    'Sortierschlüssel',
    'Das Attribut des Schlüssels, nach dem Items mit demselben Partitionsschlüssel sortiert sind.',
  ],
  hash: [
    'Hash',
    'Eine Zahl, die aus einem Schlüssel gerechnet wird. Sie sieht aus wie Zufall und ist jedes Mal dieselbe.',
  ],
  'write unit': [
    'Schreibeinheit',
    'Was ein Schreiben kostet: eine für jedes angefangene KB des größeren Abbilds, vorher oder nachher.',
  ],
  throttled: [
    'gedrosselt',
    'Mangels Kapazität abgelehnt und später noch einmal zu versuchen: ein Schreiben, für das seine Partition keine Einheiten hat, oder ein Aufruf, der keinen Platz findet und nie beginnt.',
  ],
  hot: [
    'heiß',
    'Von einem Schlüssel oder einer Partition: nah an dem, was eine Partition trägt, oder darüber.',
  ],
  split: [
    'Teilung',
    'Zwei Partitionen oder zwei Shards treten an die Stelle einer einzigen und teilen sich, was sie hatte.',
  ],
  shard: [
    'Shard',
    'Ein Teil eines Streams: die Änderungen einer Partition, eine nach der anderen. Jeder wird für sich gelesen.',
  ],
  closed: [
    'geschlossen',
    'Von einem Shard: Er nimmt keine Records mehr. Was er hat, lässt sich 24 Stunden lesen.',
  ],
  child: [
    'Kind',
    'Ein Shard, der an die Stelle eines anderen getreten ist, seines Elternshards, und nach ihm gelesen wird.',
  ],
  parent: [
    'Elternshard',
    'Der Shard, an dessen Stelle ein anderer getreten ist. Er wird vor seinen Kindern zu Ende gelesen.',
  ],
  'shard iterator': [
    'Iterator',
    'Eine Stelle in einem Shard, von der aus GetRecords weiterliest. Er gilt 15 Minuten.',
  ],
  TRIM_HORIZON: [
    'TRIM_HORIZON',
    'Der älteste Record, den ein Shard noch hat, als Stelle zum Beginnen.',
  ],
  LATEST: ['LATEST', 'Nach dem neuesten Record eines Shards, als Stelle zum Beginnen.'],
  retention: [
    'Aufbewahrung',
    'Wie lange ein Record bleibt: in einem DynamoDB-Stream 24 Stunden, gelesen oder nicht.',
  ],
  'no-op': [
    'No-op',
    'Ein Schreiben, das das Item lässt, wie es war. Es wird bezahlt und gibt keinen Record.',
  ],
  transaction: [
    'Transaktion',
    'Mehrere Schreibvorgänge, die zusammen getan werden oder gar nicht: TransactWriteItems.',
  ],
  condition: ['Bedingung', 'Was gelten muss, damit geschrieben wird.'],
  'time to live': [
    'Time to live',
    'Ein Attribut mit der Zeit, in Sekunden seit 1970, nach der DynamoDB das Item löschen darf. AWS sagt oft TTL.',
  ],
  'event source mapping': [
    'Event Source Mapping',
    'Der Teil von Lambda, der die Shards eines Streams abfragt und eine Funktion mit dem aufruft, was er findet. AWS sagt oft ESM.',
  ],
  invokes: ['ruft auf', 'Eine Funktion laufen lassen. Jedes Mal ist ein Aufruf und wird bezahlt.'],
  batch: ['Batch', 'Die Records, die ein Mapping einer Funktion in einem Aufruf gibt.'],
  'batching window': [
    'Batch-Fenster',
    'MaximumBatchingWindowInSeconds: wie lange ein Mapping, das einen Record gefunden hat, weitere sammelt.',
  ],
  'starting position': [
    'Startposition',
    'Wo ein Mapping zu lesen beginnt: TRIM_HORIZON, beim ältesten Record, oder LATEST, nach dem neuesten.',
  ],
  fails: [
    'schlägt fehl',
    'Eine Funktion schlägt fehl, wenn sie einen Fehler wirft, ihre Zeit überschreitet oder abstürzt. Das Mapping versucht den Batch dann noch einmal.',
  ],
  retries: ['neue Versuche', 'Weitere Versuche mit denselben Records, jeder nach einer Pause.'],
  'poison record': [
    'vergifteter Record',
    'Ein Record, an dem eine Funktion fehlschlägt, so oft es auch versucht wird; englisch auch poison pill.',
  ],
  'iterator age': [
    'Iterator age',
    'Wie spät ein Mapping ist: das Alter des letzten Records eines Batches, wenn er gesendet wird. AWS hat eine Metrik dieses Namens, IteratorAge.',
  ],
  expires: [
    'läuft ab',
    'Ein Record läuft ab, wenn er 24 Stunden in einem DynamoDB-Stream gewesen ist.',
  ],
  bisect: [
    'teilen',
    'Einen fehlgeschlagenen Batch in zwei Hälften zerlegen, die nacheinander versucht werden. Eine Teilung ist kein Versuch.',
  ],
  'partial failure': [
    'teilweiser Fehlschlag',
    'Eine Antwort, die die fehlgeschlagenen Records nach ihrer Sequence number nennt. Beim niedrigsten davon geht das Lesen weiter.',
  ],
  'on-failure destination': [
    'On-failure-Ziel',
    'Eine Queue, ein Topic oder ein Bucket, dem ein Mapping sagt, was es aufgegeben hat. Queue und Topic erfahren, wo die Records liegen, ein Bucket bekommt auch die Records.',
  ],
  redrive: [
    'Redrive',
    'Einer Funktion noch einmal geben, was ihr Mapping aufgegeben hat, solange es sich noch lesen lässt.',
  ],
  lanes: [
    'Bahnen',
    'Die Wege, auf denen ein Mapping einen Shard zugleich liest, einer bis zehn, gesetzt durch ParallelizationFactor. Jedes Item hat seine Bahn.',
  ],
  filter: [
    'Filter',
    'Ein Muster eines Mappings: Was nicht dazu passt, wird vor dem Aufruf der Funktion ausgelassen, und die Position rückt darüber hinaus.',
  ],
  'at least once': [
    'mindestens einmal',
    'Ein Record wird einer Funktion einmal gegeben, oder wieder, bis es gelingt; nie übergangen, manchmal wiederholt.',
  ],
  idempotent: [
    'idempotent',
    'Es noch einmal zu tun ändert nichts mehr: Nach zweimal steht es, wie es nach einmal stand.',
  ],
  marker: [
    'Vermerk',
    'Eine Notiz, dass etwas getan ist, unter einem Schlüssel, den auch eine Wiederholung hat, sodass man sie erkennt.',
  ],
};
