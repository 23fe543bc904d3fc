import { expect, it } from 'vitest';
import { adopt } from '../../projections/words/language.ts';
import { shellWords } from '../words/shell.ts';
import { viewChoices } from './views.ts';

it('[U8] views are called what the language calls them that the page has learned meanwhile', () => {
  const { views } = shellWords;
  const was = views.write;
  adopt(views, { ...views, write: 'Neues Item' });
  expect(viewChoices.map(({ name }) => name)).toContain('Neues Item');
  adopt(views, { ...views, write: was });
});
