/** What can be done at once about what the lab has to say, by its code. */
import { labActions } from '../../runtime/page/useLab.ts';
import { shellWords } from '../words/shell.ts';
import type { Toast } from './toasts.ts';

const words = shellWords.storage;

/** What keeps labs comes when it is wanted. */
const keep = async (): Promise<void> => (await import('../labs/keptLabs.ts')).keepOpen();

export function actionsOf(code: string): Toast['actions'] {
  if (code === 'storage-removed') return [{ name: words.keep, act: () => void keep() }];
  if (code === 'follower') return [{ name: words.takeOver, act: () => labActions.takeOver() }];
  return [];
}
