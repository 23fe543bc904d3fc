/** How deep JSON may nest before anything is made of it: far deeper than any item may. */

export const DEEPEST = 400;

/** Whether a JSON text nests so deeply that whoever walks it might run out of stack. */
export function isTooDeep(json: string): boolean {
  if (json.length < DEEPEST * 2) return false;
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (isInText) {
      if (unit === 0x5c) at++;
      else if (unit === 0x22) isInText = false;
    } else if (unit === 0x22) isInText = true;
    else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > DEEPEST) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}
