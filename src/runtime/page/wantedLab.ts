/** What the page asks to be opened. */
import type { LabToOpen } from '../session/foundLab.ts';

/** A lab under its own name, before a seed of its own makes another of it. */
export type LabMeant = Pick<
  LabToOpen,
  'labId' | 'definition' | 'history' | 'brought' | 'layout' | 'isNamed'
>;

/** A lab that comes with the program. Unless it is read first, whoever opens it reads it. */
export const namedLab = (labId: string): LabMeant => ({ labId, definition: null, isNamed: true });

/** Another seed is another history: it does not take the place of the lab's own. */
export function wantedLab(
  { labId, definition, history, brought, layout, isNamed }: LabMeant,
  { fresh = false, seed }: { fresh?: boolean; seed?: number },
): LabToOpen {
  const more = {
    ...(history && { history }),
    ...(brought && { brought }),
    ...(layout && { layout }),
    ...(isNamed && { isNamed }),
  };
  if (definition === null || seed === undefined || seed === definition.seed) {
    return { labId, definition, fresh, ...more };
  }
  return { labId: `${labId}@${seed}`, definition: { ...definition, seed }, fresh, ...more };
}
