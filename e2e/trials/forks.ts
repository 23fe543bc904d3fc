import { checkRandomForks } from '../../src/runtime/testing/randomForks.ts';
import { showResult } from './result.ts';

/** Random forks at random instants, in a browser: `?runs=8&seed=7`. */
void showResult(async () => {
  const asked = new URLSearchParams(location.search);
  const [numRuns, seed] = [Number(asked.get('runs')), Number(asked.get('seed'))];
  await checkRandomForks({ numRuns, seed });
  return 'as a straight run';
});
