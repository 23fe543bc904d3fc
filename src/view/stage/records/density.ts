/** Hears of every change of the screen's density: the page is zoomed, or its window goes to another screen. @returns ends that. */
export function onDensityChange(changed: () => void): () => void {
  let isOther: MediaQueryList;
  const watch = (): void => {
    // It can be asked of one density alone, so at each change of the next.
    isOther = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    isOther.addEventListener('change', hear, { once: true });
  };
  const hear = (): void => {
    watch();
    changed();
  };
  watch();
  return () => isOther.removeEventListener('change', hear);
}
