import { PGlite } from '@electric-sql/pglite';
import { showResult } from './result.ts';

void showResult(async () => {
  const database = await PGlite.create();
  const { rows } = await database.query('select sum(n)::int as total from generate_series(1, 8) n');
  return rows;
});
