/** Shows what a trial came to, or why it did not, where the test reads it. */
export async function showResult(compute: () => Promise<unknown>): Promise<void> {
  const output = document.querySelector('#result')!;
  try {
    output.textContent = JSON.stringify(await compute());
  } catch (error) {
    output.textContent = `failed: ${error}`;
  }
}
