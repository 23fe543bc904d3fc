/** A way to write an effect as a part of a link: `ways=markerFirst` opens the comparison with it chosen. */
import { GUARDS, type Guard } from '../../../lab/guards/guard.ts';

/** The way that the page's fragment asks for, or the first for any other word; null where it asks for none. */
export function readGuardLink(hash = window.location.hash): Guard | null {
  const wish = new URLSearchParams(hash.replace(/^#/u, '')).get('ways');
  if (wish === null) return null;
  return GUARDS.find((guard) => guard === wish) ?? GUARDS[0]!;
}

let isWished = false;

/** The comparison is to open with the ways to write an effect. */
export function wishGuards(): void {
  isWished = true;
}

/** Whether that is wished, by a link or by {@link wishGuards}, and not again. */
export function takeGuardWish(): boolean {
  const wish = isWished || readGuardLink() !== null;
  isWished = false;
  return wish;
}
