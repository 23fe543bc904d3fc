/** What a lesson does while time goes on: stops where its step ends, holds the world at a question, checks a task. */
import { spanOfStep } from '../../lessons/lessonWorld.ts';
import { holds, type Measured } from '../../lessons/measure.ts';
import type { LabState } from '../../runtime/page/labStore.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { usePanels } from '../panels.ts';
import { keepWhole, useStageView } from '../stage/stageView.ts';
import { namedCards } from './namedCards.ts';
import { arrive, labIdOf, leave, runTask, stepOf, type Taken, touch, useTaking } from './taking.ts';

const CHECK_EVERY_MS = 300;
/** So much real time before its end a run is ended, that it does not run past it. */
const BEFORE_END_S = 0.03;

let checkedAtMs = 0;
let isFollowing = false;

/** From the first lesson on, for as long as the page lives. */
export function followLessons(): void {
  if (isFollowing) return;
  isFollowing = true;
  useLab.subscribe((lab, before) => {
    const { taken } = useTaking.getState();
    if (taken === null) return;
    if (lab.ready && lab.labId !== before.labId && lab.labId !== labIdOf(taken.told.lesson.id)) {
      return leave();
    }
    if (lab.tree?.undo != null) touch();
    if (lab.playing) followTime(taken, lab);
    if (lab.scene !== before.scene) {
      point(taken);
      void checkTask(taken);
    }
  });
  useTaking.subscribe(({ taken }, before) => {
    keepWhole(taken !== null);
    if (taken === null) return;
    if (taken.step !== before.taken?.step) point(taken);
    // The panel has come, and on a narrow page the stage's window is lower now.
    else if (taken.begin !== null && before.taken?.begin === null) showSoon();
  });
  usePanels.subscribe(({ sheet, lesson }, before) => {
    const isBack = before.sheet !== null && before.sheet !== 'lessons' && sheet === null;
    if (lesson === null) return;
    if (isBack) usePanels.setState({ sheet: 'lessons' });
    else if (sheet === 'lessons' && before.sheet !== 'lessons') void goOnAfterTask();
  });
}

function followTime(taken: Taken, { now, speed }: LabState): void {
  const { question, task } = stepOf(taken);
  const isAsked = question !== undefined && taken.answer === null;
  if (isAsked) labActions.pause();
  const isOpen = taken.isRunning || taken.end === null || taken.world !== null;
  const isTheirs = task !== undefined && !taken.isRunning; // the learner ends it
  if (isAsked || !isOpen || isTheirs) return;
  const { end } = spanOfStep(taken.told.lesson, taken.step);
  if (now >= end - speed * BEFORE_END_S * 1e6) void arrive(end);
}

/** Points at the cards of the step. */
function point(taken: Taken): void {
  const cards = useLab.getState().scene?.cards ?? [];
  const pointedAt = namedCards(cards, stepOf(taken).lookAt ?? []).map(({ id }) => id);
  if (pointedAt.join() !== useStageView.getState().pointedAt.join()) {
    useStageView.setState({ pointedAt });
    showSoon();
  }
}

/** Shows the first card that is pointed at, once it is painted: it may be new in the scene. */
function showSoon(): void {
  const showFirst = (): void => show(useStageView.getState().pointedAt[0]);
  requestAnimationFrame(() => requestAnimationFrame(showFirst));
}

/** Brings a card into view where the stage is longer than its window: from its top, where it is longer too. */
function show(id: string | undefined): void {
  const title = id === undefined ? null : document.getElementById(`card-${id}`);
  const card = title?.closest('.card');
  const room = card?.closest('.stage-window')?.clientHeight ?? 0;
  const block = (card?.clientHeight ?? 0) > room ? 'start' : 'nearest';
  card?.scrollIntoView({ block, inline: 'nearest' });
}

async function checkTask(taken: Taken): Promise<void> {
  const { task } = stepOf(taken);
  if (task === undefined || taken.isTaskDone || taken.begin === null) return;
  const nowMs = performance.now();
  if (nowMs - checkedAtMs < CHECK_EVERY_MS) return;
  checkedAtMs = nowMs;
  const report = (await labActions.measures()) as Measured;
  const { taken: still } = useTaking.getState();
  if (still?.step !== taken.step || still.begin === null) return;
  if (holds(task.check, report, still.begin)) {
    useTaking.setState({ taken: { ...still, isTaskDone: true, end: report } });
  }
}

/** What the learner has asked for travels when time goes on. */
async function goOnAfterTask(): Promise<void> {
  const { taken } = useTaking.getState();
  if (taken === null || stepOf(taken).task === undefined || useLab.getState().playing) return;
  if ((await labActions.given()).count > 0) runTask(taken);
}
