/** Functions by what AWS lets one call them: a name, a partial ARN or a whole one. Rule: [F13]. */
import { ItemError } from '../../item/itemError.ts';
import type { World } from '../../world.ts';

/** The bare name: without ARN and qualifier. */
export const shortFunctionName = (name: string): string =>
  name.replace(/^.*function:/, '').replace(/:.*$/, '');

/** The number of a function by its name, its id in the lab or its ARN, or -1. */
export function findFunction(world: World, name: string): number {
  const short = shortFunctionName(name);
  return world.state.functions.findIndex(
    (fn) => !fn.isDeleted && !fn.settings.pipe && (fn.name === short || fn.id === short),
  );
}

/** The number of a function. @throws ItemError ResourceNotFoundException */
export function functionNamed(world: World, name: string): number {
  const number = findFunction(world, name);
  if (number >= 0) return number;
  const { region, accountId } = world.definition;
  const arn = `arn:aws:lambda:${region}:${accountId}:function:${shortFunctionName(name)}`;
  throw new ItemError('ResourceNotFoundException', `Function not found: ${arn}`);
}
