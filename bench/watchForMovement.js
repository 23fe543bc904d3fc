/**
 * Runs in the page before anything else: notes in `movedAtMs` when the canvas of records has looked
 * different in four frames running. Plain JavaScript, because it is sent to the browser as it stands.
 */
{
  const width = 144;
  const height = 90;
  const small = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  let before = '';
  let changes = 0;
  const look = () => {
    const canvas = document.querySelector('canvas.record-canvas');
    if (canvas?.width > 0) {
      small.clearRect(0, 0, width, height);
      small.drawImage(canvas, 0, 0, width, height);
      const now = small.getImageData(0, 0, width, height).data.join();
      changes = before !== '' && now !== before ? changes + 1 : 0;
      before = now;
    }
    if (changes < 4) requestAnimationFrame(look);
    else window.movedAtMs = performance.now();
  };
  requestAnimationFrame(look);
}
