import { useEffect } from 'react';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { undoOrRedo } from '../branches/undo.ts';
import { openSheet, toggleSheet, usePanels } from '../panels.ts';
import {
  fitting,
  toggleFocus,
  toggleFullScreen,
  toggleMotion,
  togglePresenting,
  useStageView,
  zoomBy,
} from '../stage/stageView.ts';
import { stepBy } from '../timeline/stepKind.ts';
import { nextSpeed } from '../toolbar/speedScale.ts';
import { restart } from '../toolbar/Transport.tsx';
import { toggleBeside } from '../toolbar/views.ts';

const SECOND = 1e6;

const seekBy = (us: number): void => void labActions.seek(useLab.getState().now + us);
const changeSpeed = (direction: 1 | -1): void =>
  labActions.setSpeed(nextSpeed(useLab.getState().speed, direction));

function playOrPause(): void {
  if (useLab.getState().playing) labActions.pause();
  else labActions.play();
}

function closeOrDeselect(): void {
  if (usePanels.getState().sheet !== null) openSheet(null);
  else if (useStageView.getState().isPresenting) togglePresenting();
  else labActions.select(null);
}

type Action = (isWide: boolean) => void;

/** By `KeyboardEvent.key`, with `Shift ` before it where shift is held and the key is an arrow. */
const actions: Readonly<Record<string, Action>> = {
  ' ': playOrPause,
  ArrowRight: () => void labActions.find({ kind: 'event' }, 1),
  ArrowLeft: () => void labActions.find({ kind: 'event' }, -1),
  '.': () => stepBy(1),
  ',': () => stepBy(-1),
  'Shift ArrowRight': () => seekBy(SECOND),
  'Shift ArrowLeft': () => seekBy(-SECOND),
  '[': () => changeSpeed(-1),
  ']': () => changeSpeed(1),
  r: () => void restart(),
  n: () => toggleSheet('write'),
  i: (isWide) => toggleBeside('inspector', isWide),
  l: (isWide) => toggleBeside('log', isWide),
  t: () => toggleSheet('console'),
  c: () => toggleSheet('lanes'),
  b: () => toggleSheet('branches'),
  e: () => toggleSheet('lessons'),
  '+': () => zoomBy(1),
  '-': () => zoomBy(-1),
  0: () => fitting.fit(),
  f: toggleFocus,
  m: toggleMotion,
  p: togglePresenting,
  w: toggleFullScreen,
  '/': () => openSheet('find'),
  '?': () => toggleSheet('keys'),
  Escape: closeOrDeselect,
};

/** The keys of the whole page; those that a control uses itself are left to it. */
export function useKeys(isWide: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesKeys(event.target, event.key)) return;
      const undoing = undoKey(event);
      if (undoing !== null) {
        event.preventDefault();
        return void undoOrRedo(undoing);
      }
      if (isFindKey(event)) {
        event.preventDefault();
        return void openSheet('find');
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const isArrow = event.key.startsWith('Arrow');
      const name = isArrow && event.shiftKey ? `Shift ${event.key}` : event.key;
      const action = actions[name] ?? actions[name.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action(isWide);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [isWide]);
}

/** As it is where one goes to things by name. */
const isFindKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !shiftKey;

/** What the keys for undoing ask for, as they are on each system. */
function undoKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
}: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || ctrlKey === metaKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && ctrlKey ? 'redo' : null;
}

function takesKeys(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) {
    const isSlider = target instanceof HTMLInputElement && target.type === 'range';
    return isSlider ? key.startsWith('Arrow') : key !== 'Escape';
  }
  if (key === ' ') return target.closest('button, a, summary, label, [role=slider]') !== null;
  return false;
}
