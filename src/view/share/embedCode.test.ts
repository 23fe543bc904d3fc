import { describe, expect, it } from 'vitest';
import { readWishes } from '../../embed/wishes.ts';
import { type EmbedChoices, embedAddress, embedCode, FORMATS } from './embedCode.ts';

const base = 'https://docs.example.com/cdc/';
const plain: EmbedChoices = {
  lab: { id: 'orders' },
  title: 'Orders',
  at: '',
  controls: 'minimal',
  theme: 'auto',
  start: 'near',
  autoplay: false,
  compare: false,
  focus: '',
  height: 640,
};
const all: EmbedChoices = {
  ...plain,
  at: '12s',
  controls: 'full',
  theme: 'dark',
  start: 'click',
  autoplay: true,
  compare: true,
  focus: 'OrderProcessor',
};

describe('the text that embeds a lab', () => {
  it('names what was chosen and nothing else, as the embed reads it', () => {
    expect(embedAddress(plain, base)).toBe(`${base}embed.html#lab=orders`);
    const { hash } = new URL(embedAddress(all, base));
    const { lab, atMs, controls, theme, start, autoplay, compare, focus, complaints } = readWishes(
      '',
      hash,
    );
    expect({ lab, atMs, controls, theme, start, autoplay, compare, focus, complaints }).toEqual({
      lab: 'orders',
      atMs: 12_000,
      controls: 'full',
      theme: 'dark',
      start: 'click',
      autoplay: true,
      compare: true,
      focus: 'OrderProcessor',
      complaints: [],
    });
  });

  it('is one line of Markdown, a picture that leads to the page', () => {
    expect(embedCode('markdown', all, base)).toBe(
      `[![Shardscope: Orders](${base}stills/orders-dark-wide.svg)](${base}#lab=orders&at=12s)`,
    );
  });

  it('brings a picture along for where scripts are blocked', () => {
    const text = embedCode('element', all, base);
    expect(text).toContain(`<script src="${base}shard-scope.js"></script>`);
    expect(text).toMatch(
      /<shard-scope lab="orders" at="12s" .* height="640">\n {2}<a href=".*"><img src=/u,
    );
  });

  it.each(FORMATS)('lets no title break out of %s', (format) => {
    const title = '"><script>alert(1)</script>](javascript:1)';
    const text = embedCode(format, { ...plain, title }, base);
    if (format === 'mdx') {
      expect(text).toContain(`title={${JSON.stringify(`Shardscope: ${title}`)}}`);
    } else if (format === 'markdown') expect(text).not.toMatch(/[^\\]<|[^\\]\]\(javascript/u);
    else expect(text).not.toContain('<script>');
  });

  it('of a lab of one’s own holds its link', () => {
    const text = embedCode('iframe', { ...plain, lab: { link: '1.00aa.xyz' } }, base);
    expect(text).toContain(`${base}embed.html#link=1.00aa.xyz`);
  });
});
