import { describe, expect, it } from 'vitest';
import { readText } from '../../tidy/sourceTree.ts';
import { readWishes } from '../wishes.ts';
import { composerWords } from './composerWords.ts';
import { compositionHash, readComposition } from './composition.ts';
import { type EmbedChoices, embedAddress, embedCode, FORMATS } from './embedCode.ts';

const base = 'https://docs.example.com/cdc/';
const plain: EmbedChoices = {
  lab: { id: 'orders' },
  at: '',
  seed: '',
  speed: '',
  controls: 'minimal',
  theme: 'auto',
  start: 'near',
  autoplay: false,
  compare: false,
  focus: '',
  parent: '',
  width: 0,
  height: 640,
};
const all: EmbedChoices = {
  ...plain,
  at: '12s',
  seed: '7',
  speed: '0.5',
  controls: 'full',
  theme: 'dark',
  start: 'click',
  autoplay: true,
  compare: true,
  focus: 'OrderProcessor',
  parent: 'https://docs.example.com',
  width: 720,
};

describe('the text that embeds a lab', () => {
  it('names what was chosen and nothing else, as the embed reads it', () => {
    expect(embedAddress(plain, base)).toBe(`${base}embed.html#lab=orders`);
    const { hash } = new URL(embedAddress(all, base));
    expect(readWishes('', hash)).toEqual({
      lab: 'orders',
      atMs: 12_000,
      seed: 7,
      speed: 0.5,
      controls: 'full',
      theme: 'dark',
      start: 'click',
      autoplay: true,
      compare: true,
      focus: 'OrderProcessor',
      parent: 'https://docs.example.com',
      complaints: [],
    });
  });

  it.each([plain, all, { ...plain, lab: { link: '1.00aa.xyz' } }])(
    'is found again in the page’s own address, %#',
    (choices) => {
      const read = readComposition(compositionHash(choices));
      expect(read).toEqual({ choices, complaints: [] });
    },
  );

  it('is one line of Markdown, a picture that leads to the page', () => {
    expect(embedCode('markdown', all, 'Orders', base)).toBe(
      `[![Shardscope: Orders](${base}stills/orders-dark-wide.svg)](${base}#lab=orders&at=12s&seed=7)`,
    );
  });

  it('brings a picture along for where scripts are blocked', () => {
    const text = embedCode('element', all, 'Orders', base);
    expect(text).toContain(`<script src="${base}shard-scope.js"></script>`);
    expect(text).toMatch(
      /<shard-scope lab="orders" at="12s" .* width="720" height="640">\n {2}<a href=".*"><img src=/u,
    );
  });

  it.each(FORMATS)('lets no title break out of %s', (format) => {
    const title = '"><script>alert(1)</script>](javascript:1)';
    const text = embedCode(format, plain, title, base);
    if (format === 'mdx') {
      expect(text).toContain(`title={${JSON.stringify(`Shardscope: ${title}`)}}`);
    } else if (format === 'markdown') expect(text).not.toMatch(/[^\\]<|[^\\]\]\(javascript/u);
    else expect(text).not.toContain('<script>');
  });

  it('of a lab of one’s own holds its link', () => {
    const text = embedCode('iframe', { ...plain, lab: { link: '1.00aa.xyz' } }, 'Mine', base);
    expect(text).toContain(`${base}embed.html#link=1.00aa.xyz`);
  });
});

describe('the tables of docs/embedding.md', () => {
  const docs = readText('docs/embedding.md');
  const { parameterRows, askedRows, heardRows } = composerWords;
  it.each([...parameterRows, ...askedRows, ...heardRows])(
    'say of %s what the page says',
    (name, says) => {
      expect(docs).toContain(`| \`${name}\` | ${says === '' ? '' : `${says} `}|`);
    },
  );
});
