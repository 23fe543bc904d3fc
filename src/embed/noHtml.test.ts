import { expect, it } from 'vitest';
import { projectFiles, readText } from '../tidy/sourceTree.ts';

/** What reads HTML, or runs text. */
const sinks =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|srcdoc|document\.write|setHTMLUnsafe)\b|\beval\(|new Function\(|'text\/html'/;

it('no HTML is interpreted: nothing that runs in a page reads any', () => {
  const sources = projectFiles().filter(
    (path) =>
      /^src\/(embed|view|runtime|projections|lab|lessons)\/.*\.tsx?$/u.test(path) &&
      !path.includes('.test.'),
  );
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.filter((path) => sinks.test(readText(path)))).toEqual([]);
});
