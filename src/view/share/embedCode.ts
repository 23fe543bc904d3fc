/** The texts that put an embed into a page: HTML, the element, Markdown, MDX. */

export interface EmbedChoices {
  /** A built-in lab's name, or the parameter of a link to any other. */
  lab: { id: string } | { link: string };
  /** What people call it. */
  title: string;
  /** As in an address, `12s`; empty for the beginning. */
  at: string;
  controls: 'none' | 'minimal' | 'full';
  theme: 'auto' | 'light' | 'dark';
  start: 'near' | 'click';
  autoplay: boolean;
  compare: boolean;
  /** A logical id, or empty. */
  focus: string;
  /** Pixels. */
  height: number;
}

export const FORMATS = ['iframe', 'element', 'markdown', 'mdx'] as const;
export type Format = (typeof FORMATS)[number];

/** @param base the folder that the built page is served from, with a slash at its end. */
export function embedCode(format: Format, choices: EmbedChoices, base: string): string {
  const { title, height } = choices;
  const name = `Shardscope: ${title}`;
  const address = embedAddress(choices, base);
  switch (format) {
    case 'iframe':
      return `<iframe src="${attribute(address)}" title="${attribute(name)}" width="100%" height="${height}" loading="lazy"></iframe>`;
    case 'element':
      return [
        `<script src="${attribute(`${base}shard-scope.js`)}"></script>`,
        `<shard-scope ${elementAttributes(choices)}>`,
        `  <a href="${attribute(pageAddress(choices, base))}">${pictureTag(choices, base)}</a>`,
        '</shard-scope>',
      ].join('\n');
    case 'markdown': {
      const [page, picture] = [pageAddress(choices, base), pictureAddress(choices, base)];
      if (picture === null) return `[${markdown(name)}](${page})`;
      return `[![${markdown(name)}](${picture})](${page})`;
    }
    case 'mdx':
      return `<iframe src=${JSON.stringify(address)} title={${JSON.stringify(name)}} width="100%" height={${height}} loading="lazy" style={{ border: 0 }} />`;
  }
}

/** The embed's own address; what it shows stands in the fragment, which no server sees. */
export const embedAddress = (choices: EmbedChoices, base: string): string =>
  `${base}embed.html#${new URLSearchParams(wishes(choices))}`;

/** In an address, and as attributes of the element: only what is not as it would be anyway. */
function wishes(choices: EmbedChoices): Record<string, string> {
  const { lab, at, controls, theme, start, autoplay, compare, focus } = choices;
  return {
    ...('id' in lab ? { lab: lab.id } : { link: lab.link }),
    ...(at !== '' && { at }),
    ...(controls !== 'minimal' && { controls }),
    ...(theme !== 'auto' && { theme }),
    ...(start !== 'near' && { start }),
    ...(autoplay && { autoplay: 'true' }),
    ...(compare && { compare: 'polling' }),
    ...(focus !== '' && { focus }),
  };
}

const elementAttributes = (choices: EmbedChoices): string =>
  [...Object.entries(wishes(choices)), ['height', String(choices.height)] as const]
    .map(([name, value]) => `${name}="${attribute(value)}"`)
    .join(' ');

/** The whole page, at the same instant. */
function pageAddress({ lab, at }: EmbedChoices, base: string): string {
  const parameters = new URLSearchParams('id' in lab ? { lab: lab.id } : { link: lab.link });
  if (at !== '') parameters.set('at', at);
  return `${base}#${parameters}`;
}

/** Only built-in labs have pictures beside the page; of others one is saved as SVG. */
function pictureAddress({ lab, theme }: EmbedChoices, base: string): string | null {
  if (!('id' in lab)) return null;
  return `${base}stills/${lab.id}-${theme === 'dark' ? 'dark' : 'light'}-wide.svg`;
}

function pictureTag(choices: EmbedChoices, base: string): string {
  const picture = pictureAddress(choices, base);
  const name = attribute(`Shardscope: ${choices.title}`);
  return picture === null ? name : `<img src="${attribute(picture)}" alt="${name}">`;
}

const attribute = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/"/gu, '&quot;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');

const markdown = (text: string): string => text.replace(/[[\]\\<>`*_]/gu, '\\$&');
