import type { JsonWords } from '../../editor/jsonCheck.ts';

export const json: JsonWords = {
  empty: 'Hier steht noch nichts: Schreiben Sie ein Item wie { "id": "T1001" }.',
  unexpected: (found, wanted) => `Da steht ${found}, wo ${wanted} nötig ist.`,
  unfinished: (wanted) => `Der Text endet, wo ${wanted} nötig ist.`,
  afterEnd: (found) =>
    `Das JSON ist vollständig, und dann kommt ${found}: Entfernen Sie, was folgt.`,
  trailingComma: 'Das Komma nach dem letzten Wert ist zu viel: JSON hat dort keines.',
  singleQuote: 'JSON kennt nur doppelte Anführungszeichen: Schreiben Sie " statt \'.',
  bareName: (name) => `Ein Name braucht doppelte Anführungszeichen: Schreiben Sie "${name}".`,
  badNumber: (text) => `${text} ist keine Zahl in JSON: Schreiben Sie sie wie 12, -0.5 oder 1e6.`,
  badEscape: (text) =>
    `${JSON.stringify(text).slice(1, -1)} kann nicht in einem Text stehen: Ein Backslash schreibt sich \\\\.`,
  lineInText:
    'Ein Text kann nicht über das Ende seiner Zeile gehen: Schließen Sie ihn mit ", oder schreiben Sie \\n.',
  twice: (name) => `"${name}" steht zweimal da: Ein Name darf einmal vorkommen.`,
  tooDeep: 'Das ist zu tief verschachtelt.',
  wanted: {
    value: 'ein Wert ("Text", eine Zahl, true, false, null, { oder [)',
    name: 'ein Name in doppelten Anführungszeichen',
    colon: 'ein Doppelpunkt',
    commaOrBrace: 'ein Komma oder }',
    commaOrBracket: 'ein Komma oder ]',
    quote: 'das schließende "',
  },
};
