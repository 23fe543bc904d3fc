/** The texts that put an embed into a page: HTML, the element, Markdown, MDX, and a picture alone. */

export interface EmbedChoices {
  /** A built-in lab's name, the parameter of a link to any other, or a lesson from one of its steps on. */
  lab: { id: string } | { link: string } | { lesson: string; step: number };
  /** As in an address, `12s`; empty for the instant that pictures show. */
  at: string;
  /** Another seed than the lab's own, or empty. */
  seed: string;
  /** Virtual seconds per real second, or empty. */
  speed: string;
  controls: 'none' | 'minimal' | 'full';
  theme: 'auto' | 'light' | 'dark';
  start: 'near' | 'click';
  autoplay: boolean;
  compare: boolean;
  /** A logical id, or empty. */
  focus: string;
  /** The origin of the page that is to steer it, or empty. */
  parent: string;
  /** Pixels; 0: as wide as there is room. */
  width: number;
  /** Pixels. */
  height: number;
}

export const FORMATS = ['iframe', 'element', 'markdown', 'mdx', 'svg'] as const;
export type Format = (typeof FORMATS)[number];

/**
 * @param title what people call the lab.
 * @param base the folder that the built page is served from, with a slash at its end.
 */
export function embedCode(
  format: Format,
  choices: EmbedChoices,
  title: string,
  base: string,
): string {
  const name = `Shardscope: ${title}`;
  const address = embedAddress(choices, base);
  const { width, height } = choices;
  switch (format) {
    case 'iframe':
      return `<iframe src="${attribute(address)}" title="${attribute(name)}" width="${width || '100%'}" height="${height}" loading="lazy" style="border:0"></iframe>`;
    case 'element':
      return [
        `<script src="${attribute(`${base}shard-scope.js`)}"></script>`,
        `<shard-scope ${elementAttributes(choices)}>`,
        `  <a href="${attribute(pageAddress(choices, base))}">${pictureTag(choices, name, base)}</a>`,
        '</shard-scope>',
      ].join('\n');
    case 'markdown': {
      const [page, picture] = [pageAddress(choices, base), pictureAddress(choices, base)];
      if (picture === null) return `[${markdown(name)}](${page})`;
      return `[![${markdown(name)}](${picture})](${page})`;
    }
    case 'mdx':
      return `<iframe src=${JSON.stringify(address)} title={${JSON.stringify(name)}} width="${width || '100%'}" height={${height}} loading="lazy" style={{ border: 0 }} />`;
    case 'svg':
      return `<a href="${attribute(pageAddress(choices, base))}"><img src="${pictureFile(choices)}" alt="${attribute(name)}"></a>`;
  }
}

/** The embed's own address; what it shows stands in the fragment, which no server sees. */
export const embedAddress = (choices: EmbedChoices, base: string): string =>
  `${base}embed.html#${new URLSearchParams(wishesOf(choices))}`;

/** In an address, and as attributes of the element: only what is not as it would be anyway. */
export function wishesOf(choices: EmbedChoices): Record<string, string> {
  const { lab, at, seed, speed, controls, theme, start, autoplay, compare, focus, parent } =
    choices;
  return {
    ...labWishes(lab),
    ...(at !== '' && { at }),
    ...(seed !== '' && { seed }),
    ...(speed !== '' && { speed }),
    ...(controls !== 'minimal' && { controls }),
    ...(theme !== 'auto' && { theme }),
    ...(start !== 'near' && { start }),
    ...(autoplay && { autoplay: 'true' }),
    ...(compare && { compare: 'polling' }),
    ...(focus !== '' && { focus }),
    ...(parent !== '' && { parent }),
  };
}

function labWishes(lab: EmbedChoices['lab']): Record<string, string> {
  if ('id' in lab) return { lab: lab.id };
  if ('link' in lab) return { link: lab.link };
  return { lesson: lab.lesson, ...(lab.step > 1 && { step: String(lab.step) }) };
}

/** The name under which the picture is saved. */
export function pictureFile({ lab, at }: EmbedChoices): string {
  const { lab: id, lesson } = labWishes(lab);
  return `shardscope-${id ?? lesson ?? 'lab'}${at === '' ? '' : `-${at}`}.svg`;
}

/** The element knows the page around it, and takes its size as attributes. */
function elementAttributes(choices: EmbedChoices): string {
  const { parent: _, ...wishes } = wishesOf(choices);
  const { width, height } = choices;
  const all = { ...wishes, ...(width > 0 && { width }), height };
  return Object.entries(all)
    .map(([name, value]) => `${name}="${attribute(String(value))}"`)
    .join(' ');
}

/** The whole page, at the same instant. */
function pageAddress(choices: EmbedChoices, base: string): string {
  const { lab, link, lesson, step, at, seed } = wishesOf(choices);
  const kept = Object.entries({ lab, link, lesson, step, at, seed }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `${base}#${new URLSearchParams(kept)}`;
}

/** Only built-in labs have pictures beside the page, at one instant; of others one is saved. */
function pictureAddress({ lab, theme }: EmbedChoices, base: string): string | null {
  if (!('id' in lab)) return null;
  return `${base}stills/${lab.id}-${theme === 'dark' ? 'dark' : 'light'}-wide.svg`;
}

function pictureTag(choices: EmbedChoices, name: string, base: string): string {
  const picture = pictureAddress(choices, base);
  if (picture === null) return attribute(name);
  return `<img src="${attribute(picture)}" alt="${attribute(name)}">`;
}

const attribute = (text: string): string =>
  text
    .replace(/&/gu, '&amp;')
    .replace(/"/gu, '&quot;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;');

const markdown = (text: string): string => text.replace(/[[\]\\<>`*_]/gu, '\\$&');
