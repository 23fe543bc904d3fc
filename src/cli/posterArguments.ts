/** What `poster` was asked to draw. */
import { parseArgs } from 'node:util';
import { parseInstants } from '../lab/instants.ts';
import {
  MOST_INSTANTS,
  POSTER_HEIGHT,
  POSTER_WIDTH,
  type PosterLook,
} from '../projections/poster/poster.ts';

export const USAGE = `usage: npm run poster --silent -- FILE|FOLDER|LAB --at SPAN[,SPAN…] [options]

Draws what the stage shows at an instant, as an SVG file that stands alone: text is text, no style
sheet, no script, no font to load. Several instants make a storyboard, one under the other.
LAB is a built-in lab: LABS.

  --at SPANS      12s, or up to ${MOST_INSTANTS} of them: 2s,5s,9s
  --out FILE      where to write it; without it the picture goes to standard output
  --theme NAME    light (the default) or dark
  --width N       pixels, ${POSTER_WIDTH.least} to ${POSTER_WIDTH.most}; ${POSTER_WIDTH.usual} unless told. Below 820 the cards stand one under the other
  --height N      the least height of the stage, pixels; it grows where its cards need more
  --seed N        another seed than the file's
  --help          this text

PNG and WebM are made by the page, under Share.
exit: 0 done, 2 the file or a flag is wrong`;

export interface PosterArguments {
  lab: string;
  /** In order, earliest first. */
  atMs: number[];
  look: PosterLook;
  out?: string;
  seed?: number;
}

/** The arguments, `'help'`, or a sentence that says what is wrong with them. */
export function parsePosterArguments(
  argv: readonly string[],
): PosterArguments | 'help' | { error: string } {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(argv);
  } catch (error) {
    return { error: (error as Error).message };
  }
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const [lab] = positionals;
  if (lab === undefined)
    return { error: 'Which lab? A file, a folder or a built-in lab is expected.' };
  if (positionals.length > 1) return { error: `One lab at a time, not also ${positionals[1]}.` };
  const atMs = parseInstants(values.at ?? '0s', MOST_INSTANTS);
  if ('error' in atMs) return { error: `--at ${values.at}: ${atMs.error}` };
  const { theme = 'light', out, seed } = values;
  if (theme !== 'light' && theme !== 'dark') {
    return { error: `--theme ${theme} is not a theme; light and dark are.` };
  }
  if (out !== undefined && !out.endsWith('.svg')) {
    return {
      error: `--out ${out} is not an .svg file. PNG and WebM are made by the page, under Share.`,
    };
  }
  const width = readPixels('--width', values.width, POSTER_WIDTH);
  if (typeof width !== 'number') return width;
  const height = readPixels('--height', values.height, POSTER_HEIGHT);
  if (typeof height !== 'number') return height;
  if (seed !== undefined && !(/^\d{1,10}$/u.test(seed) && Number(seed) <= 0xffff_ffff)) {
    return { error: `--seed ${seed} is not a whole number from 0 to 4294967295.` };
  }
  return {
    lab,
    atMs,
    look: { theme, width, height },
    ...(out !== undefined && { out }),
    ...(seed !== undefined && { seed: Number(seed) }),
  };
}

function parse(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      out: { type: 'string' },
      theme: { type: 'string' },
      width: { type: 'string' },
      height: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
}

function readPixels(
  flag: string,
  text: string | undefined,
  { least, most, usual }: { least: number; most: number; usual: number },
): number | { error: string } {
  if (text === undefined) return usual;
  const pixels = /^\d{1,5}$/u.test(text) ? Number(text) : Number.NaN;
  if (pixels >= least && pixels <= most) return pixels;
  return { error: `${flag} ${text} is not a whole number of pixels from ${least} to ${most}.` };
}
