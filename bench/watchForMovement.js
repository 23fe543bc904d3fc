/**
 * Runs in the page before anything else: when the canvas of records has looked different in four frames
 * running, notes in `movedAtMs` when the first of them was. Plain JavaScript, because it is sent to the browser
 * as it stands.
 */
{
  const width = 144;
  const height = 90;
  const small = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  let before = null;
  let changes = 0;
  let firstMs = 0;
  const differ = (a, b) => a.some((pixel, i) => pixel !== b[i]);
  const look = () => {
    const canvas = document.querySelector('canvas.record-canvas');
    if (canvas?.width > 0) {
      small.clearRect(0, 0, width, height);
      small.drawImage(canvas, 0, 0, width, height);
      const now = new Uint32Array(small.getImageData(0, 0, width, height).data.buffer);
      changes = before !== null && differ(now, before) ? changes + 1 : 0;
      if (changes === 1) firstMs = performance.now();
      before = now;
    }
    if (changes < 4) requestAnimationFrame(look);
    else window.movedAtMs = firstMs;
  };
  requestAnimationFrame(look);
}
