/** The words of lesson 7. */
import type { LessonWords } from '../../lesson.ts';

export const english: LessonWords = {
  steps: {
    'one-shard': {
      title: 'One partition, one shard',
      text: [
        'A small table: one partition, and so one open shard. An order comes every quarter of an hour or so, and is packed at once. Let three hours go by.',
        'Choose the stream’s name and open the Inspector. It draws the shards as a family over 24 hours; so far the family is one shard. Its id begins with `shardId-` and the time at which it was made, in milliseconds.',
      ],
    },
    'five-hours': {
      title: 'Until five in the morning',
      text: ['Nothing special happens in the next two hours. The load is as low as before.'],
      question: {
        ask: 'What will become of the shard?',
        choices: {
          same: 'Nothing: with so little to do there is no reason for a change',
          child: 'It closes, and another takes its place',
          children: 'It closes, and two others take its place',
        },
        worlds: {
          children:
            'Here the owner raises the table’s throughput at twenty past three, and its partition splits.',
        },
        after: [
          'A shard does not live as long as its partition. About every four hours it is *closed*: it takes no more records, and a *child* that names it as its *parent* goes on. This is called a roll. AWS’s guide does not mention the four hours; it is what others have seen, and what we assume.',
          'Many believe that shards live until the load splits them. So a reader that lists shards once, when it starts, would hear nothing after four hours.',
        ],
      },
    },
    'it-fails': {
      title: 'Packing stands still',
      text: [
        'At half past five `Packing` begins to fail at whatever it gets. Let time run to ten to six.',
        'Then one order cannot be packed. It is tried again and again, in the end once a minute, and what comes after it waits in the shard.',
      ],
    },
    'your-split': {
      title: 'Now you',
      text: [
        'The shop expects a busy day: 1,500 writes a second. One partition takes 1,000, so this needs two.',
      ],
      task: {
        ask: 'Open the Console (or press T) and run: `aws dynamodb update-table --table-name Orders --provisioned-throughput ReadCapacityUnits=5,WriteCapacityUnits=1500`. Then let time run.',
        hint: 'Tab completes names as you type. The line above the stage brings you back here. The step is done when two shards are open.',
        done: 'The partition has two children, and so has its shard. The parent is closed, with orders in it that nobody has packed. The next step goes on in the lesson’s own world, at one minute past six.',
      },
    },
    'who-first': {
      title: 'Children wait',
      text: [
        'New orders go to the two children now. At half past six the function works again. Time will go to 06:35.',
      ],
      question: {
        ask: 'Put what will happen into its order.',
        choices: {
          packed: 'The first order from a child is packed',
          born: 'The first order comes into a child',
          drained: 'The parent has been read to its end',
        },
        after: [
          'A new order came into a child long before the parent was done, and waited there. A child is read only when its parent has been read to its end, for an item that has changed in the parent may have changed again in the child. So its changes stay in order across generations.',
          'Lambda and the Kinesis Client Library see to this. Whoever reads shards by themselves has to do it too.',
        ],
      },
    },
    'a-day': {
      title: 'A day later',
      text: [
        'Two shards are open. Let the rest of the day go by, until one o’clock the next morning. Each open shard is closed again and again, about every four hours.',
      ],
      question: {
        ask: 'How many shards will the stream have had by then, with the first?',
        unit: 'shards',
        after: [
          'Of all these, {shards.Orders.open} are open. The records of the oldest have fallen off after 24 hours, {streams.Orders.trimmed} so far. So besides each open shard there are about six generations of closed ones that can still hold something.',
        ],
      },
    },
    'what-you-saw': {
      title: 'What you have seen',
      text: [
        'Shards close and have children: one when they roll, two when their partition splits. Every shard names its parent, so a reader can draw the whole tree, and every record is in one place in it.',
        'Parents first, then children: that is all there is to it. {consumers.Packing.records.succeeded} orders were packed, each item’s changes in order, through a failure and a split.',
      ],
    },
  },
};
