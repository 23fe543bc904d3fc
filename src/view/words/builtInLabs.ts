/** What the labs that come with the page are called, and what is to be seen in them, by their ids. */
import { type BuiltInLab, builtInLabs } from '../../lab/builtIn/index.ts';

const byId = (tell: (lab: BuiltInLab) => string): Record<string, string> =>
  Object.fromEntries(builtInLabs.map((lab) => [lab.id, tell(lab)]));

export const builtInLabWords = {
  titles: byId(({ title }) => title),
  summaries: byId(({ summary }) => summary),
};

/** A lab's title as the page says it: that of a lab that comes with it in the page's language, another as it is. */
export function spokenTitle(title: string): string {
  const lab = builtInLabs.find((one) => one.title === title);
  return lab === undefined ? title : builtInLabWords.titles[lab.id]!;
}
