/** What a person does with the labs that are kept: each act is told, and a deletion can be taken back. */
import { create } from 'zustand';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import type { ListedLab } from '../../runtime/storage/storage.ts';
import { say } from '../notices/toasts.ts';
import { openBuiltIn, openKept } from '../toolbar/openLab.ts';
import { labsWords as words } from '../words/labs.ts';

interface KeptLabs {
  /** Null until they have been listed. */
  labs: readonly ListedLab[] | null;
  /** Why they cannot be listed, or null. */
  trouble: string | null;
}

export const useKeptLabs = create<KeptLabs>(() => ({ labs: null, trouble: null }));

export async function listKept(): Promise<void> {
  try {
    const labs = (await labActions.shelf({ act: 'list' })) as ListedLab[];
    useKeptLabs.setState({ labs, trouble: null });
  } catch (error) {
    useKeptLabs.setState({ labs: [], trouble: sentence(error) });
  }
}

export async function renameKept({ labId }: ListedLab, title: string): Promise<boolean> {
  return told(() => labActions.shelf({ act: 'rename', labId, title }));
}

export async function duplicateKept({ labId, title }: ListedLab): Promise<void> {
  const copy = words.copyOf(title);
  const done = await told(() => labActions.shelf({ act: 'duplicate', labId, title: copy }));
  if (done) say({ text: words.duplicated(copy), tone: 'good' });
}

/** The open lab gives its place to another that is kept, or to the one that comes with the page. */
export async function removeKept(lab: ListedLab): Promise<void> {
  const { labId, title } = lab;
  const wasOpen = labId === useLab.getState().labId;
  if (wasOpen) labActions.pause();
  const done = await told(() => labActions.shelf({ act: 'remove', labId }));
  if (!done) return;
  if (wasOpen) {
    const next = useKeptLabs.getState().labs?.[0];
    await (next === undefined ? openBuiltIn('orders') : openKept(next.labId));
    await listKept();
  }
  say({
    text: words.removed(title),
    actions: [{ name: words.undo, act: () => void restore(lab) }],
  });
}

/** The open lab, in memory only, becomes one that is kept. */
export async function keepOpen(): Promise<void> {
  const { labId, title } = useLab.getState();
  await told(async () => {
    await openKept(String(await labActions.shelf({ act: 'keep', labId, title })));
    say({ text: words.kept(title), tone: 'good' });
  });
}

async function restore({ title }: ListedLab): Promise<void> {
  if (await told(() => labActions.shelf({ act: 'restore' }))) {
    say({ text: words.restored(title), tone: 'good' });
  }
}

/** Writes a lab into a file of its title’s name. */
export async function exportKept(
  lab: Pick<ListedLab, 'labId' | 'title'>,
  data: boolean,
): Promise<void> {
  const { labId, title } = lab;
  await told(async () => {
    const file = await labActions.shelf({ act: 'export', labId, title, data, asFile: true });
    const name = `${fileName(title)}.yaml`;
    download(file as Blob, name);
    say({ text: words.exported(name), tone: 'good' });
  });
}

const fileName = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'lab';

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}

/** Does something, says what is wrong when it fails, and lists anew. */
async function told(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    await listKept();
    return true;
  } catch (error) {
    say({ text: sentence(error), tone: 'bad' });
    return false;
  }
}

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
