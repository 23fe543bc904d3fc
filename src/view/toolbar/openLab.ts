/** Opening another lab: by its name, or from a file that a person chose or dropped. */
import { builtInLab } from '../../lab/builtIn/index.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';

export async function openBuiltIn(id: string): Promise<void> {
  const opened = await open({ id }, builtInLab(id)?.opensPaused === true);
  if (opened) history.replaceState(null, '', `?lab=${encodeURIComponent(id)}`);
}

/** What is wrong with a file that is no lab is told by the runtime, line by line. */
export async function openLabFile(file: File): Promise<void> {
  await open({ file, name: file.name });
}

/** A lab that is kept in this browser, by the name under which it is kept. */
export async function openKept(labId: string): Promise<void> {
  const opened = await open(
    builtInLab(labId) === undefined ? { stored: labId } : { id: labId },
    true,
  );
  if (!opened) return void (useLab.getState().ready || (await open({ id: 'orders' })));
  history.replaceState(
    null,
    '',
    builtInLab(labId) === undefined ? location.pathname : `?lab=${labId}`,
  );
}

async function open(
  wish: { id: string } | { file: Blob; name: string } | { stored: string },
  waits = false,
): Promise<boolean> {
  forgetOldComplaints();
  const opened = await labActions.open(wish);
  if (!opened.ok) return false;
  labActions.select(null);
  if (waits) labActions.pause();
  else labActions.play();
  return true;
}

function forgetOldComplaints(): void {
  for (const { id, code } of useLab.getState().notices) if (code === 'lab') labActions.dismiss(id);
}
