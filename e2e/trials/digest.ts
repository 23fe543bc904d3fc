import { headless } from '../headless.ts';
import { showResult } from './result.ts';

/** The headless run itself, but in a browser: `?lab=orders&until=10m`, and with `&back=1.5,4` after going back to those seconds. */
void showResult(() => {
  const asked = new URLSearchParams(location.search);
  const back = asked.get('back')?.split(',').map(Number) ?? [];
  return headless(asked.get('lab')!, asked.get('until')!, back);
});
