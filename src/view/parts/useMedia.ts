import { useSyncExternalStore } from 'react';

/** Whether a media query holds, as it changes. */
export function useMedia(query: string): boolean {
  const media = matchMedia(query);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}

/** The page's width in pixels, as it changes. */
export const useWidth = (): number => useSyncExternalStore(onResize, () => innerWidth);

function onResize(changed: () => void): () => void {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
}

/** From this width the inspector and the log stand beside the stage; below they are sheets. */
export const WIDE = '(min-width: 1000px)';

export const useIsWide = (): boolean => useMedia(WIDE);
export const useReducedMotion = (): boolean => useMedia('(prefers-reduced-motion: reduce)');
