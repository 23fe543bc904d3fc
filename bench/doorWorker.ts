/** Puts items through the door in a worker, as the page's own simulation runs in one. */
import { putsPerSecond } from './doorPuts.ts';

addEventListener('message', async ({ data }: MessageEvent<'engine' | 'door'>) => {
  postMessage(await putsPerSecond(data));
});
