/** What is said of rows that are no items. */
const SHORT = 24;
const short = (text: string): string => {
  const [line] = text.split('\n');
  return line!.length > SHORT ? `${line!.slice(0, SHORT)}…` : line!;
};

export const itemFileWords = {
  brokenJson: (text: string): string => `${short(text)} is not whole JSON; an object is expected.`,
  notAnObject: (text: string): string =>
    `${short(text)} stands where an item is expected, such as { "id": "a" }.`,
  cells: (has: number, wants: number): string =>
    `The row has ${has} cells where the header has ${wants}.`,
  noKeyColumn: (name: string, columns: readonly string[]): string =>
    `The header has no column ${name}, which is the table’s key; it has ${columns.map(short).join(', ')}.`,
  notANumber: (name: string, value: string): string =>
    `${short(value)} in column ${name} is not a number.`,
  openQuote: 'A quote is opened here and never closed.',
  noRows: 'There is a header and no row under it.',
};
