import type { JsonWords } from '../editor/jsonCheck.ts';

/** What may be wrong with JSON, and what would be right. */
export const jsonWords: JsonWords = {
  empty: 'There is nothing here yet: write an item such as { "id": "T1001" }.',
  unexpected: (found, wanted) => `Found ${found} where ${wanted} is needed.`,
  unfinished: (wanted) => `The text ends where ${wanted} is needed.`,
  afterEnd: (found) => `The JSON is complete, and then comes ${found}: remove what follows.`,
  trailingComma: 'The comma after the last value is too much: JSON has none there.',
  singleQuote: 'JSON has double quotes only: write " in place of \'.',
  bareName: (name) => `A name needs double quotes: write "${name}".`,
  badNumber: (text) => `${text} is no JSON number: write it like 12, -0.5 or 1e6.`,
  badEscape: (text) =>
    `${JSON.stringify(text).slice(1, -1)} cannot stand in a text: a backslash is written \\\\.`,
  lineInText: 'A text cannot go over the end of its line: close it with ", or write \\n.',
  twice: (name) => `"${name}" is there twice: a name may be used once.`,
  tooDeep: 'This is nested too deeply.',
  wanted: {
    value: 'a value ("text", a number, true, false, null, { or [)',
    name: 'a name in double quotes',
    colon: 'a colon',
    commaOrBrace: 'a comma or }',
    commaOrBracket: 'a comma or ]',
    quote: 'the closing "',
  },
};
