/**
 * Runs in the page before anything else: `longestTask()` is the longest task of the page's own thread since
 * `forgetTasks()`, and `frameWithNewTime()` resolves with the first frame in which the clock has changed.
 * Plain JavaScript, because it is sent to the browser as it stands.
 */
{
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ entryTypes: ['longtask'] });
  window.longestTask = () => longest;
  window.forgetTasks = () => {
    longest = 0;
  };
  window.frameWithNewTime = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        requestAnimationFrame(() => resolve());
      });
      const clock = document.querySelector('time.clock');
      observer.observe(clock, { characterData: true, childList: true, subtree: true });
    });
}
