/** The text of the mails that a lab's function sends. */
const SUBJECTS: Record<string, (item: string) => string> = {
  INSERT: (item) => `We have received ${item}`,
  MODIFY: (item) => `${item} has changed`,
  REMOVE: (item) => `${item} has been removed`,
};

export const effectContentWords = {
  customer: 'customer@example.com',
  subject: (kind: string, item: string): string => SUBJECTS[kind]!(item),
  mail: (kind: string, item: string, lines: readonly string[]): string =>
    [`Hello,`, '', `${SUBJECTS[kind]!(item)}.`, ...(lines.length > 0 ? ['', ...lines] : [])].join(
      '\n',
    ),
};
