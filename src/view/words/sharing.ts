/** What is said where a lab is shared. */
import { countOf } from '../../projections/spanText.ts';

export const sharingWords = {
  title: 'Share this lab',
  open: 'Share',
  about:
    'The link holds the lab, its seed and what was done in it. Whoever opens it gets the same history. It is all in the part after #, which no server sees.',
  atThisInstant: (clock: string) => `Open at this instant, ${clock}, standing still`,
  withSpeed: (speed: string) => `At this speed: ${speed}`,
  address: 'Link',
  holds: (commands: number) =>
    commands === 0
      ? 'Nothing was done in this lab yet: the link holds the lab alone.'
      : `With ${countOf(commands, 'command')} that ${commands === 1 ? 'was' : 'were'} given on this branch.`,
  length: (characters: number) => countOf(characters, 'character'),
  short: 'Short enough for chats, mails and cards.',
  long: 'Some chats and mails cut links of more than 2,000 characters. A file is safer.',
  tooLong: 'This lab is too large for a link. Save it as a file, from the menu of labs.',
  writing: 'Writing the link…',
  embed: 'In another page',
  embedAbout: 'As an iframe, an element, Markdown with a picture, MDX, or a still picture alone.',
  moreEmbed: 'Embed',
  openEmbed: 'Put an embed together',
};
