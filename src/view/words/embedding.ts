/** What is said where an embed is put together. */
export const embeddingWords = {
  title: 'In another page',
  about:
    'A still picture first, alive when somebody comes near or clicks. It brings its own page along, keeps nothing, and asks no other host for anything.',
  source: 'What it holds',
  sources: { name: 'This lab', link: 'With what was done in it' },
  atInstant: (at: string) => `Begin at ${at}`,
  controls: {
    label: 'Controls',
    options: { none: 'None', minimal: 'Time', full: 'Time and faults' },
  },
  theme: { label: 'Theme', options: { auto: 'The reader’s', light: 'Light', dark: 'Dark' } },
  start: { label: 'Comes alive', options: { near: 'Scrolled near', click: 'At a click' } },
  focus: 'Only',
  everything: 'Everything',
  height: 'Height in pixels',
  autoplay: 'Play at once',
  compare: 'With a polling scan beside the stream',
  noLink: 'The link is being written. A lab too large for one is saved as a file instead.',
  example: 'Example',
  format: 'Format',
  formats: { iframe: 'HTML', element: 'Element', markdown: 'Markdown', mdx: 'MDX' },
  formatNotes: {
    iframe: 'For HTML, and for MkDocs, whose Markdown takes HTML as it is.',
    element:
      'One script, and a picture for where scripts are blocked. Its events and methods steer the lab.',
    markdown:
      'For a README: a picture that leads to the lab. Of a lab of your own, save an SVG above.',
    mdx: 'For Docusaurus and other pages in MDX.',
  },
  code: 'Text to copy',
} as const;
