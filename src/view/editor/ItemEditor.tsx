import { useId } from 'react';
import type { TableDefinition } from '../../engine/definition.ts';
import { countOf } from '../../projections/spanText.ts';
import { Choice } from '../parts/Choice.tsx';
import { writingWords as words } from '../words/writing.ts';
import { type JsonForm, setText, useDraft } from './draft.ts';
import { checkItem, type ItemCheck, itemText } from './itemCheck.ts';

/** The item as JSON, checked as it is typed. */
export function ItemEditor({ table }: { table: TableDefinition }) {
  const { call, form, texts } = useDraft();
  const text = texts[call];
  const check = checkItem(text, form, table);
  const messageId = useId();
  const item = check.item;
  const changeForm = (to: JsonForm): void => {
    if (item !== null) setText(itemText(item, to));
    if (item !== null || text.trim() === '') useDraft.setState({ form: to });
  };
  return (
    <div className="item-editor">
      <div className="item-editor-head">
        <Choice
          label={words.form}
          options={[
            { value: 'plain', name: words.forms.plain },
            { value: 'typed', name: words.forms.typed },
          ]}
          value={form}
          disabled={item === null && text.trim() !== ''}
          onChange={changeForm}
        />
      </div>
      <textarea
        className="field code mono"
        aria-label={words.json}
        aria-describedby={messageId}
        aria-invalid={!check.ok && text !== ''}
        rows={9}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={messageId} className="item-message" aria-live="polite">
        {text.trim() === '' && call !== 'put' ? (
          <span className="muted">{words.chooseFirst}</span>
        ) : (
          <CheckMessage check={check} isEmpty={text.trim() === ''} />
        )}
      </p>
    </div>
  );
}

function CheckMessage({ check, isEmpty }: { check: ItemCheck; isEmpty: boolean }) {
  if (check.ok) {
    return <span className="tone-good">{words.valid(countOf(check.bytes, 'byte'))}</span>;
  }
  const { place, path, problem } = check;
  const where = [
    ...(place === null ? [] : [words.at(place.line, place.column)]),
    ...(path === '' ? [] : [words.inAttribute(path)]),
  ];
  return (
    <span className={isEmpty ? 'muted' : 'tone-bad'}>
      {!isEmpty && where.length > 0 && <strong>{where.join(', ')}: </strong>}
      {problem}
    </span>
  );
}
