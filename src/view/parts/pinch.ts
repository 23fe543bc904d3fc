/** What Safari tells of a pinch on a trackpad; other browsers send a wheel with Control held. */
interface PinchEvent extends UIEvent {
  /** How far the fingers are apart, beside where they began. */
  scale: number;
  clientX: number;
  clientY: number;
}

/**
 * Hears pinches on a Mac's trackpad in Safari, in place of the browser's own zoom. Fingers on a screen are
 * pointers everywhere, and not heard of here.
 * @param onPinch is given how many times farther apart the fingers are than before, and where they are in the window.
 * @returns what ends it.
 */
export function hearPinches(
  element: EventTarget,
  onPinch: (factor: number, at: { clientX: number; clientY: number }) => void,
  touchPoints = navigator.maxTouchPoints,
): () => void {
  if (touchPoints > 0) return () => {};
  let before = 1;
  const onStart = (event: Event): void => {
    event.preventDefault();
    before = 1;
  };
  const onChange = (event: Event): void => {
    event.preventDefault();
    const { scale, clientX, clientY } = event as PinchEvent;
    onPinch(scale / before, { clientX, clientY });
    before = scale;
  };
  element.addEventListener('gesturestart', onStart);
  element.addEventListener('gesturechange', onChange);
  return () => {
    element.removeEventListener('gesturestart', onStart);
    element.removeEventListener('gesturechange', onChange);
  };
}
