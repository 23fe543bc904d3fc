/**
 * The only `requestAnimationFrame` of the page. What wants to act at frames subscribes to a phase:
 * `clock` moves the playhead, `paint` draws where it then stands. The loop runs only while somebody
 * asks for the next frame, so that a page at rest costs nothing.
 */

export type FramePhase = 'clock' | 'paint';

/**
 * @param nowMs the frame's own time, milliseconds, monotonic.
 * @param elapsedMs since the frame before; 0 after a rest.
 * @returns true when it wants the next frame too: something is still moving.
 */
export type FrameCallback = (nowMs: number, elapsedMs: number) => boolean | undefined;

const phases: readonly FramePhase[] = ['clock', 'paint'];
const callbacks: Record<FramePhase, Set<FrameCallback>> = { clock: new Set(), paint: new Set() };

let scheduled = 0;
let lastFrameMs = -1;
let lastMovedMs = 0;
let pendingCount = 0;

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
  let again = false;
  for (const phase of phases) {
    for (const callback of callbacks[phase]) if (callback(nowMs, elapsedMs) === true) again = true;
  }
  lastMovedMs = performance.now();
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
