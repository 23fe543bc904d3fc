import type { TableDefinition } from '../../engine/definition.ts';
import { writingWords as words } from '../words/writing.ts';
import { type Condition, useDraft } from './draft.ts';

/** A condition on one attribute; without it the write always happens. */
export function ConditionField({ table }: { table: TableDefinition }) {
  const { condition } = useDraft();
  const change = (part: Partial<Condition>): void =>
    useDraft.setState({ condition: { ...condition, ...part } });
  return (
    <div className="condition">
      <label>
        {words.condition}
        <select
          className="field"
          value={condition.kind}
          onChange={(event) => {
            const kind = event.target.value as Condition['kind'];
            change({ kind, attribute: condition.attribute || table.partitionKey.name });
          }}
        >
          <option value="none">{words.conditions.none}</option>
          <option value="exists">{words.conditions.exists}</option>
          <option value="notExists">{words.conditions.notExists}</option>
        </select>
      </label>
      {condition.kind !== 'none' && (
        <label>
          {words.conditionOn}
          <input
            className="field mono"
            value={condition.attribute}
            onChange={(event) => change({ attribute: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}
