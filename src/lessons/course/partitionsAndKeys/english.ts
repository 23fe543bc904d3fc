/** The words of lesson 5. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'four-partitions': {
      title: 'A table is cut into parts',
      text: [
        '`Readings` holds what devices report. DynamoDB keeps a table in *partitions*, each on machines of its own. A table is only as fast as its partitions together. This one is *on-demand*: it is paid by the request, and begins with four of them.',
        'Its key has two attributes. `device` is the *partition key*, `at` the *sort key*: one device may have many readings, at different times.',
        'Who decides in which partition a reading lies? Nobody can say where to put it. But you can learn to foresee it.',
      ],
    },
    'one-device': {
      title: 'Four readings of one device',
      text: [
        '`device#7` reports four times. The table is empty, and its four partitions are alike.',
      ],
      question: {
        ask: 'Where will the four readings lie?',
        choices: {
          spread: 'One in each partition, so that none has more than another',
          together: 'All in the same partition',
          halves: 'Two in one and two in another',
        },
        worlds: {
          spread: 'Here four different devices report once each: 7, 1, 4 and 3.',
          halves: 'Here two devices report twice each.',
        },
        after: [
          'DynamoDB computes a *hash* of the partition key: a number that looks like chance, but is always the same for the same key. Each partition has a stretch of these numbers. So one device is one partition, always.',
          'Within it the readings are sorted by `at`. Choose the table’s name and open the Inspector: it draws the hash as a ring, with the share of each partition. (Ours is another hash than AWS’s, which is not public.)',
        ],
      },
    },
    'many-devices': {
      title: 'Four hundred devices',
      text: ['Now four hundred sensors report, each of them once. Time goes to 09:00:41.'],
      question: {
        ask: 'How many readings will the second partition have?',
        unit: 'readings in partition 2',
        after: [
          'About a quarter. Nobody dealt them out; a good hash does it by itself, as long as there are many different keys. The more keys, the more even it gets.',
        ],
      },
    },
    'your-turn': {
      title: 'Now you',
      text: ['Choose a device, and guess its partition.'],
      task: {
        ask: 'Put a reading: open New item (or press N), give it a `device` and an `at` that the table does not have, and put it.',
        hint: 'Close the form (Esc), and time goes on by itself. Then see which partition’s count has risen. A second reading of the same device goes there too.',
        done: 'It is stored, in the partition that has its hash. The next step goes on in the lesson’s own world, where `device#9` has reported.',
      },
    },
    'too-hot': {
      title: 'One camera',
      text: [
        'At 09:01:00 a camera begins to store its picture, again and again under the same key: 12 times a second, nearly 100 KB each. A write costs one *write unit* for each KB that is begun, so this is close to 1,200 units a second.',
        'The table of four partitions can take 4,000 units a second. Nobody else writes much.',
      ],
      question: {
        ask: 'What happens within the first ten seconds?',
        choices: {
          all: 'All writes are stored: the table has room for three times as much',
          some: 'Some writes are refused',
          splits: 'The partition splits at once, and there is room again',
        },
        worlds: { all: 'Here each picture is stored under a key of its own.' },
        after: [
          'A partition takes 1,000 write units a second, however idle the others are. What is beyond that is *throttled*: refused, to be tried again. So far that was {partitions.Readings.throttledWrites} writes. Such a key is called *hot*.',
        ],
      },
    },
    'the-split': {
      title: 'Five minutes later',
      text: [
        'The heat stays. Let five minutes go by, and watch the number of partitions.',
        'A partition that stays near its limit is *split*: two partitions share what it had. It happens while the table is used, and nobody has to ask for it. The stream’s shard has given way to two as well; that is for the next lessons. (That it takes five minutes is our assumption. AWS does not say how long.)',
      ],
    },
    'after-the-split': {
      title: 'Is it cured?',
      text: [
        'There is one more partition now, so the table can take 5,000 units a second. The camera goes on as before.',
      ],
      question: {
        ask: 'What will become of its writes in the next nine seconds?',
        choices: {
          cured: 'All are stored',
          'goes-on': 'Some are still refused',
        },
        after: [
          'One key with one item stays in one partition, however many there are. A split frees some of its neighbours from it; in the end it may have a partition to itself. But 1,000 units a second is all that it will ever get.',
          'More capacity does not help here. More keys do: `camera#0/1`, `camera#0/2` and so on.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'The hash of the partition key chooses the partition. Many different keys spread by themselves; one key stays in one place. A partition takes 1,000 write units and 3,000 read units a second, and splits when it stays near its limit. Partitions are never merged again.',
        'Of {tables.Readings.items} items, each has a place that follows from its key. The next lesson shows why that matters to whoever reads the stream.',
      ],
    },
  },
};
