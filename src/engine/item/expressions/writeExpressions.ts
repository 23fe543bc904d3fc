/** The expressions of a call that writes one item, checked as AWS checks them before it looks at any. */
import { ItemError, validationError } from '../itemError.ts';
import { type ConditionProgram, parseCondition } from './condition.ts';
import { refuseNestedKeys } from './documentPath.ts';
import { type ExpressionContext, readPlaceholders } from './expressionContext.ts';
import { parseUpdate, refuseKeyUpdates, type UpdateProgram } from './update.ts';

export interface WriteExpressions {
  readonly condition: ConditionProgram | null;
  readonly update: UpdateProgram | null;
}

/** Members of the API before expressions, which AWS still takes and this model does not. */
const LEGACY = ['AttributeUpdates', 'Expected', 'ConditionalOperator'];

/**
 * Reads `UpdateExpression` (of an UpdateItem) and `ConditionExpression` with their placeholders.
 * @param keyNames names of the table's key attributes, which no update may touch
 * @throws ItemError in AWS's words
 */
export function readWriteExpressions(
  input: Readonly<Record<string, unknown>>,
  isUpdate: boolean,
  keyNames: readonly string[],
): WriteExpressions {
  const members = isUpdate ? ['UpdateExpression', 'ConditionExpression'] : ['ConditionExpression'];
  refuseLegacy(input, members);
  const context = readPlaceholders(input, members);
  const update = isUpdate ? read(input, 'UpdateExpression', context, parseUpdate) : null;
  const condition = read(input, 'ConditionExpression', context, parseCondition);
  context.refuseUnused();
  if (update !== null) refuseKeyUpdates(update, keyNames);
  if (condition !== null) refuseNestedKeys(condition.paths, keyNames);
  return { condition, update };
}

function read<Program>(
  input: Readonly<Record<string, unknown>>,
  member: string,
  context: ExpressionContext,
  parse: (text: string, context: ExpressionContext) => Program,
): Program | null {
  const text = input[member];
  if (text === undefined || text === null) return null;
  if (typeof text === 'string') return parse(text, context);
  throw new ItemError('SerializationException', `${member} is not a string`);
}

function refuseLegacy(input: Readonly<Record<string, unknown>>, members: readonly string[]): void {
  const legacy = LEGACY.filter((member) => input[member] != null);
  if (legacy.length === 0) return;
  const expressions = members.filter((member) => input[member] != null);
  if (expressions.length > 0) {
    throw validationError(
      `Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {${legacy.join(', ')}} Expression parameters: {${expressions.join(', ')}}`,
    );
  }
  throw validationError(
    `${legacy.join(', ')}: parameters of the old API are not modelled; UpdateExpression and ConditionExpression say the same.`,
  );
}
