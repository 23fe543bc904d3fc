/** How fast the engine is, beside its own bare queue and beside SimPy. */
import { spawnSync } from 'node:child_process';
import { openSimulation } from '../src/engine/index.ts';
import { EventQueue } from '../src/engine/kernel/eventQueue.ts';
import { instant, minutes } from '../src/engine/kernel/time.ts';
import { ordersLab } from './ordersLab.ts';
import { type BenchSection, bestPerSecond, figure, times } from './section.ts';
import { runSingleServerQueue } from './singleServerQueue.ts';

export async function measure(): Promise<BenchSection> {
  const bare = bestPerSecond(5, takeAndSchedule);
  const engine = await eventsPerSecond();
  const customers = 1_000_000;
  let stay = 0;
  const ours = bestPerSecond(3, () => {
    stay = runSingleServerQueue(customers, 7);
    return customers;
  });
  const theirs = simPy(200_000);
  return {
    title: 'Engine',
    rows: [
      {
        what: 'Orders lab, everything it has: events',
        value: figure(engine, 'events/s'),
        beside: `bare queue loop ${figure(bare, 'events/s')}: ${times(bare / engine)}`,
        aim: 'within 4 × of the bare loop',
      },
      {
        what: 'M/M/1, 1,000,000 customers',
        value: figure(ours, 'customers/s'),
        beside: theirs
          ? `SimPy 2.3 ${figure(theirs.perSecond, 'customers/s')}: ${times(ours / theirs.perSecond)}`
          : 'SimPy is not installed (Debian: python3-simpy)',
        aim: '10 × SimPy',
      },
    ],
    notes: [
      'The bare loop takes an event from a queue of 1,000 and schedules another, nothing else; the engine besides changes the world and writes the journal.',
      `Mean time in the system (theory: 5 s): ${stay.toFixed(3)} s here${theirs ? `, ${theirs.stay.toFixed(3)} s in SimPy` : ''}.`,
    ],
  };
}

/** Steady state of a queue that holds 1,000 events. */
function takeAndSchedule(): number {
  const events = 3_000_000;
  const queue = new EventQueue();
  for (let i = 0; i < 1_000; i++) queue.schedule(instant(i * 997), i);
  for (let i = 0; i < events; i++) {
    const { dueAt, kind } = queue.take();
    queue.schedule(instant(dueAt + ((kind * 7_919) % 100_000)), kind, i);
  }
  return events;
}

async function eventsPerSecond(): Promise<number> {
  let best = 0;
  for (let run = 0; run < 3; run++) {
    const simulation = await openSimulation(ordersLab(100));
    best = Math.max(
      best,
      bestPerSecond(1, () => {
        simulation.runUntil(instant(minutes(60)));
        return simulation.world.state.events;
      }),
    );
  }
  return best;
}

function simPy(customers: number): { perSecond: number; stay: number } | null {
  const script = `${import.meta.dirname}/singleServerQueue.py`;
  for (const python of ['/usr/bin/python3', 'python3']) {
    const { status, stdout } = spawnSync(python, [script, String(customers)], { encoding: 'utf8' });
    if (status !== 0) continue;
    const [perSecond, stay] = stdout.trim().split(' ').map(Number);
    return { perSecond: perSecond!, stay: stay! };
  }
  return null;
}
