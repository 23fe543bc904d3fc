/** The words of writing items and of breaking things. */
export const writingWords = {
  title: 'Write an item',
  table: 'Table',
  call: 'Call',
  calls: { put: 'Put', update: 'Update', delete: 'Delete' },
  callNames: {
    put: 'dynamodb:PutItem',
    update: 'dynamodb:UpdateItem',
    delete: 'dynamodb:DeleteItem',
  },
  about: {
    put: 'Stores the whole item under its key, in place of what is there.',
    update: 'Changes only the attributes that you edit below; an item that is not there is made.',
    delete: 'Removes the item with this key. Deleting what is not there changes nothing.',
  },

  item: 'Item',
  findItem: 'Find an item by its key',
  newItem: 'A new item',
  noItem: 'No item of the table has these words in its key.',
  chosen: (label: string) => `Chosen: ${label}`,
  chooseFirst: 'Choose the item first, or write its key below.',

  form: 'JSON form',
  forms: { plain: 'Plain JSON', typed: 'DynamoDB JSON' },
  formKept: 'The text stays in its form until it is right: then the form can be changed.',
  json: 'Item as JSON',
  valid: (bytes: string) => `A valid item of ${bytes}.`,
  at: (line: number, column: number) => `Line ${line}, column ${column}`,
  inAttribute: (path: string) => `In ${path}`,

  condition: 'Only if',
  conditions: { none: 'always', exists: 'attribute exists', notExists: 'attribute does not exist' },
  conditionOn: 'Attribute',

  generated: 'What is sent',
  noEdit: 'Nothing is edited yet, so the update would change nothing.',
  fromNow: 'Compared with the item as it is now.',
  keyEdited: (name: string) =>
    `The key (${name}) of the chosen item was edited: an update cannot change a key. This updates the item with the key as written.`,

  send: { put: 'Put the item', update: 'Update the item', delete: 'Delete the item' },
  sending: 'Sending…',
  sent: (call: string, time: string) => `${call} was sent at ${time}.`,
  paused: 'The clock is paused: the call travels when time goes on.',
  cameOf: 'What came of it',
  refused: 'Refused',
  conditionError: 'ConditionalCheckFailedException: The conditional request failed',

  many: 'Many at once',
  burst: 'Put a burst of 50',
  updateTen: 'Update the same item ten times',
  traffic: 'Background traffic',
  trafficRate: 'writes a second',
  trafficOn: 'On',
  trafficOff: 'Off',
  badRate: 'A number from 0 to 1000.',
  noTraffic: 'This lab has no background traffic.',
  burstSent: (n: number, from: string, to: string) => `${n} items were put: ${from} to ${to}.`,
  tenSent: (label: string) => `${label} was updated ten times.`,
  noItemToUpdate: 'The table holds no item yet: put one first.',
  partlySent: (done: number, all: number, error: string) =>
    `${done} of ${all} calls were sent. ${error}`,

  faults: {
    on: {
      Error: (fn: string) => `Every invocation of ${fn} fails from now on.`,
      Poison: (fn: string, item: string) =>
        `${item} is poisoned: an invocation of ${fn} that holds it fails.`,
      Slow: (fn: string) => `${fn} takes ten times as long from now on.`,
      Timeout: (fn: string) => `${fn} hangs from now on, until its Timeout.`,
      Throttle: (fn: string) => `${fn} is throttled from now on: no invocation begins.`,
      PermissionLost: (fn: string) => `${fn} may no longer read its stream.`,
      CrashBeforeEffect: (fn: string) => `${fn} crashes before its first effect from now on.`,
      CrashAfterEffect: (fn: string) =>
        `${fn} crashes after its effect from now on: the work is done, and then done again.`,
    } as Record<string, (fn: string, item: string) => string>,
    onOther: (kind: string, target: string) => `${kind} strikes ${target} from now on.`,
    off: (kind: string, target: string) => `${kind} on ${target} is healed.`,
    undo: 'Undo',
    other: 'Another item…',
    noItem: 'There is no item to poison yet: put one first.',
    poisonTitle: 'Poison which item?',
    poisonAbout: 'An invocation that holds a record of this item fails, until it is healed.',
  },
} as const;
