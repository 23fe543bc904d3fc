/**
 * Puts a text into the clipboard, to be called at once where somebody asks for it. A text that is still
 * being made is promised to the browser: Safari lets a page write only while it hears what was pressed.
 *
 * @throws where the browser does not let the page write, or the text could not be made.
 */
export async function copyText(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string' || typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((made) => new Blob([made], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
