/** What is said of a link that cannot be opened, or that opens to something else than it once did. */
const count = (number: number): string => number.toLocaleString('en-GB');

export const linkWords = {
  noLink:
    'The link is not one of Shardscope’s: after link= a number, a checksum and the lab are expected, parted by full stops.',
  damaged:
    'The link is damaged: its checksum does not fit. Perhaps a part was lost when it was copied; the whole address is needed.',
  foreign: 'The link’s checksum fits, but what is inside is not a lab of Shardscope’s.',
  otherForm: (form: number, known: number) =>
    `The link is written in form ${form}, and this version reads form ${known}. A newer Shardscope opens it.`,
  tooLong: (most: number) =>
    `The link is longer than ${count(most)} characters. A lab of that size travels as a file.`,
  tooLarge: (most: number) =>
    `The link unpacks to more than ${count(most)} bytes, which no lab needs. It was not opened.`,
  tooDeep: (most: number) =>
    `The link is nested more than ${most} levels deep, which no lab needs. It was not opened.`,
  tooMany: (most: number) =>
    `The link holds more than ${count(most)} commands. A lab of that size travels as a file.`,
  dangerous: (key: string) => `The link names a member ${key}, which no lab may have.`,
  unknownLab: (id: string) =>
    `The link names the built-in lab “${id}”, which this version does not have.`,
  engineChanged: (made: string, present: string) =>
    `This link was made with version ${made} of the simulation’s rules; this is version ${present}. What it shows may differ from what its maker saw.`,
  labChanged:
    'The built-in lab has changed since this link was made. What it shows may differ from what its maker saw.',
};
