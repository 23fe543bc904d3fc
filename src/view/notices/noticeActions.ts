/** What can be done at once about what the lab has to say, by its code. */
import { shellWords } from '../words/shell.ts';
import type { Toast } from './toasts.ts';

/** What keeps labs comes when it is wanted. */
const keep = async (): Promise<void> => (await import('../labs/keptLabs.ts')).keepOpen();

export function actionsOf(code: string): Toast['actions'] {
  if (code === 'storage-removed')
    return [{ name: shellWords.storage.keep, act: () => void keep() }];
  return [];
}
