/** SAM's `Globals`: properties that every resource of a kind has unless it says otherwise. */
import { isMapping, type Located } from './intrinsics.ts';
import type { Template } from './template.ts';

const KINDS: { readonly [typeName: string]: string } = {
  'AWS::Serverless::Function': 'Function',
  'AWS::Serverless::SimpleTable': 'SimpleTable',
  'AWS::Serverless::StateMachine': 'StateMachine',
};

/** What stands in for the properties that a resource of this type does not set. */
export function globalsOf(typeName: string, template: Template): Located[] {
  const kind = KINDS[typeName];
  const { Globals: globals } = template.value;
  if (kind === undefined || !isMapping(globals) || !isMapping(globals[kind])) return [];
  return [{ value: globals[kind], path: ['Globals', kind] }];
}
