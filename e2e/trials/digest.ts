import { headless } from '../headless.ts';
import { showResult } from './result.ts';

/** The headless run itself, but in a browser: `?lab=orders&until=10m`. */
void showResult(() => {
  const asked = new URLSearchParams(location.search);
  return headless(asked.get('lab')!, asked.get('until')!);
});
