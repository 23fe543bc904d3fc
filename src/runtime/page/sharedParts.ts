/** What a message brings anew although it is the same keeps its identity, so that nothing is drawn again for it. */

/** `next`, made of the parts of `before` wherever they are equal. Plain data only, without cycles. */
export function withSharedParts<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (typeof before !== 'object' || typeof next !== 'object') return next;
  if (before === null || next === null || Array.isArray(before) !== Array.isArray(next))
    return next;
  const old = before as Record<string, unknown>;
  const made = next as Record<string, unknown>;
  const keys = Object.keys(made);
  let isSame = keys.length === Object.keys(old).length;
  for (const key of keys) {
    made[key] = withSharedParts(old[key], made[key]);
    if (isSame && !(Object.is(old[key], made[key]) && key in old)) isSame = false;
  }
  return isSame ? (before as T) : next;
}
