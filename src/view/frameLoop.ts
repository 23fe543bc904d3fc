/**
 * The only `requestAnimationFrame` of the page. What wants to act at frames subscribes to a phase:
 * `clock` moves the playhead, `paint` draws where it then stands, `aside` what is of less moment: where
 * the others have taken long, it has a task of its own, so that no task is long. The loop runs only while somebody
 * asks for the next frame, so that a page at rest costs nothing.
 */

export type FramePhase = 'clock' | 'paint' | 'aside';

/**
 * @param nowMs the frame's own time, milliseconds, monotonic.
 * @param elapsedMs since the frame before; 0 after a rest.
 * @returns true when it wants the next frame too: something is still moving.
 */
export type FrameCallback = (nowMs: number, elapsedMs: number) => boolean | undefined;

const callbacks: Record<FramePhase, Set<FrameCallback>> = {
  clock: new Set(),
  paint: new Set(),
  aside: new Set(),
};
/** Beyond this, what is aside waits for a task of its own, milliseconds. */
const LONG_MS = 6;

let scheduled = 0;
let lastFrameMs = -1;
let lastMovedMs = 0;
let pendingCount = 0;
/** What is aside waits for its task. */
let isAsideDue = false;

/** Subscribes to a phase of every frame, and asks for one. @returns ends the subscription. */
export function onFrame(phase: FramePhase, callback: FrameCallback): () => void {
  callbacks[phase].add(callback);
  requestFrame();
  return () => {
    callbacks[phase].delete(callback);
  };
}

/** Asks for one frame: something has changed that is to be painted. Cheap to call often. */
export function requestFrame(): void {
  if (scheduled === 0) scheduled = requestAnimationFrame(runFrame);
}

/**
 * Does something once the next frame is on its way to the screen, in a task of its own: it lengthens neither that
 * frame nor what was to be seen in it. @returns leaves it undone.
 */
export function afterFrame(task: () => void): () => void {
  const ended = beginPending();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = onFrame('paint', () => {
    end();
    timer = setTimeout(() => {
      task();
      ended();
    });
    return false;
  });
  return () => {
    end();
    clearTimeout(timer);
    ended();
  };
}

/** Marks work whose result will be seen as under way. @returns says that it has ended. */
export function beginPending(): () => void {
  pendingCount += 1;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    pendingCount -= 1;
    lastMovedMs = performance.now();
  };
}

/** Resolves when for 100 ms nothing has moved, changed or been pending. Steers tests and screenshots. */
export async function waitForStill(quietMs = 100): Promise<void> {
  lastMovedMs = Math.max(lastMovedMs, performance.now());
  for (;;) {
    const rest = quietMs - (performance.now() - lastMovedMs);
    if (rest <= 0 && pendingCount === 0 && scheduled === 0) return;
    await new Promise((resolve) => setTimeout(resolve, Math.max(16, rest)));
  }
}

function runFrame(nowMs: number): void {
  scheduled = 0;
  const elapsedMs = lastFrameMs < 0 ? 0 : Math.min(250, nowMs - lastFrameMs);
  const beganMs = performance.now();
  const run = (phase: FramePhase): boolean => {
    let again = false;
    for (const callback of callbacks[phase]) if (callback(nowMs, elapsedMs) === true) again = true;
    lastMovedMs = performance.now();
    return again;
  };
  const moves = run('clock');
  let again = run('paint') || moves;
  if (performance.now() - beganMs < LONG_MS) again = run('aside') || again;
  else if (!isAsideDue) {
    isAsideDue = true;
    const ended = beginPending();
    setTimeout(() => {
      isAsideDue = false;
      if (run('aside')) requestFrame();
      ended();
    });
  }
  lastFrameMs = again ? nowMs : -1;
  if (again) requestFrame();
}

declare global {
  interface Window {
    /** See {@link waitForStill}. */
    waitForStill?: typeof waitForStill;
  }
}

if (typeof window !== 'undefined') window.waitForStill = waitForStill;
