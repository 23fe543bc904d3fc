/** The words of lesson 15. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'a-pattern': {
      title: 'Not everything, please',
      text: [
        '`Packer` packs a parcel for each new order. What happens to an order afterwards does not matter to it. Still each change would invoke it, and each invocation is paid for.',
        'A mapping can have a *filter*: a pattern that a record has to match. This one says `{"eventName": ["INSERT"]}`. The names are those of the event that the function would get, and each value stands in a list of alternatives.',
      ],
    },
    'what-of-the-rest': {
      title: 'Six placed, six paid',
      text: [
        'Six orders are placed, and a little later each of them is set to paid. That makes six `INSERT` and six `MODIFY` records. The mapping also has an on-failure destination.',
      ],
      question: {
        ask: 'Which of these will be so when all twelve are in the stream?',
        choices: {
          received: 'Packer received six records',
          later: 'The other six wait in the shard',
          passed: 'The other six are done with, without an invocation',
          told: 'The on-failure destination was told of the other six',
        },
        after: [
          'What does not match is dropped before the function is invoked. It costs no invocation, the position moves past it, and nobody is told: to be filtered out is no failure.',
          'There is no way back to it in this mapping. A filter that is too narrow loses records silently.',
        ],
      },
    },
    numbers: {
      title: 'A filter on a number',
      text: [
        'Only large orders are worth a parcel now, and the filter is changed: `{"dynamodb": {"NewImage": {"total": {"N": [{"numeric": [">", 100]}]}}}}`.',
        'Then three orders are placed. Their totals are 50, 250 and 900.',
      ],
      question: {
        ask: 'How many will Packer receive?',
        choices: {
          two: 'Two: 250 and 900',
          three: 'All three',
          none: 'None',
        },
        worlds: {
          two: 'Here the filter names the very texts: `["250", "900"]`.',
          three: 'Here the filter is as it was before, for every INSERT.',
        },
        after: [
          'In a record of the stream a number is written as text: `{"N": "250"}`. `numeric` compares numbers, and a text is none. So it never matches, and nothing complains.',
          'Match the text, with an exact value or a prefix, or give the order an attribute for the purpose, such as `size` = `large`.',
        ],
      },
    },
    'two-patterns': {
      title: 'And, or',
      text: [
        'A mapping may have five patterns. A record has to match one of them, and of that one every field. Now there are two:',
        '`{"eventName": ["INSERT"], "dynamodb": {"NewImage": {"status": {"S": ["paid"]}}}}` and `{"eventName": ["REMOVE"]}`.',
        'Four things happen. `order#21` is placed as paid. `order#22` is placed, not paid. `order#22` is paid. `order#21` is deleted.',
      ],
      question: {
        ask: 'How many of the four records will Packer receive?',
        unit: 'records',
        after: [
          'The first, for it is an `INSERT` and paid. The last, for it is a `REMOVE`. The second is not paid, and the third is no `INSERT`: inside a pattern all must hold.',
        ],
      },
    },
    'who-deleted': {
      title: 'Who deleted it?',
      text: [
        'Expired orders are to be archived. The table deletes an item some time after its time to live has passed; such a record carries a `userIdentity`. So the filter says `{"userIdentity": {"type": ["Service"], "principalId": ["dynamodb.amazonaws.com"]}}`.',
        'At 09:00:58 an application deletes two orders. At 09:01:02 the time to live of a third one passes. On AWS its delete may come days later; in this lab it takes some seconds.',
      ],
      question: {
        ask: 'Which deletes will Packer hear of?',
        choices: {
          all: 'All three: a delete is a delete',
          expired: 'Only of the one by time to live',
          'by-hand': 'Only of the two by the application',
        },
        worlds: {
          all: 'Here the filter is for every REMOVE.',
          'by-hand': 'Here the filter asks that there be no userIdentity.',
        },
        after: [
          'The service’s own deletes can be told apart, and so archived, without a scan. The stream has to carry the old image, or there is nothing to archive.',
        ],
      },
    },
    'your-filter': {
      title: 'Now you',
      text: [
        'At 09:01:30 five orders will be placed, each with a city: Berne, Geneva, Basel, Berne, Lugano. `Packer` is to receive those for Berne and no others.',
      ],
      task: {
        ask: 'Choose `batch 100` on the card of Packer, then Change settings. Under `FilterCriteria` write `{"dynamodb":{"NewImage":{"city":{"S":["Berne"]}}}}` instead of what is there, and apply.',
        hint: 'Time goes three seconds in one. The step is done when two of the five were received and three were filtered out. If they came before your filter, start the step again.',
        done: 'Two invocations instead of five, or instead of none. AWS calls it a filter pattern; what you wrote would work there as it stands.',
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Of {consumers.Packer.records.received + consumers.Packer.records.filtered} records {consumers.Packer.records.received} were given to the function. The others cost no invocation, were never tried, and no destination knows of them.',
        'One lesson is left: what to do about records that are given to a function more than once.',
      ],
    },
  },
};
