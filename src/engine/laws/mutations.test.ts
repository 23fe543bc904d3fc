import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MUTATIONS } from './mutations.ts';

it.each(MUTATIONS)('[R21] a fault can be put where it is meant to be: $why', ({ file, find }) => {
  expect(readFileSync(join('src/engine', file), 'utf8').split(find)).toHaveLength(2);
});
