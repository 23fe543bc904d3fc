import { startTransition, useEffect, useRef, useState } from 'react';
import type { Scene } from '../../projections/scene/scene.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { beginPending } from '../frameLoop.ts';

/**
 * The lab's scene as React shows it. Each is rendered in slices, between which the page answers and
 * paints; what comes meanwhile waits, and only the newest of it is rendered next.
 */
export function useSteadyScene(): Scene | null {
  const [shown, setShown] = useState<Scene | null>(null);
  const rendering = useRef<{ scene: Scene | null; ended(): void } | null>(null);
  useEffect(() => {
    const renderNext = (): void => {
      const { scene } = useLab.getState();
      if (rendering.current !== null || scene === shown) return;
      rendering.current = { scene, ended: beginPending() };
      startTransition(() => setShown(scene));
    };
    if (rendering.current?.scene === shown) {
      rendering.current.ended();
      rendering.current = null;
    }
    renderNext();
    return useLab.subscribe(renderNext);
  }, [shown]);
  return shown;
}
