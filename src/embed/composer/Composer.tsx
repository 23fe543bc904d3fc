import { type ReactNode, useId } from 'react';
import { builtInLabs } from '../../lab/builtIn/index.ts';
import { course } from '../../lessons/course.ts';
import { Choice } from '../../view/parts/Choice.tsx';
import { originOf, seedOf, speedOf, timeOf } from '../wishes.ts';
import { composerWords as words } from './composerWords.ts';
import { SIZES, within } from './composition.ts';
import type { EmbedChoices } from './embedCode.ts';

interface ComposerProps {
  choices: EmbedChoices;
  /** Logical ids of what can be shown alone. */
  ids: readonly string[];
  onChange(more: Partial<EmbedChoices>): void;
}

/** Everything that can be chosen about an embed. */
export function Composer({ choices, ids, onChange }: ComposerProps) {
  const id = useId();
  return (
    <form
      className="embedding-choices"
      aria-labelledby={id}
      onSubmit={(event) => event.preventDefault()}
    >
      <h2 id={id}>{words.compose}</h2>
      <Row name={words.lab}>
        <LabSelect lab={choices.lab} onChange={onChange} />
      </Row>
      <div className="embedding-pair">
        <TextField name="at" isGood={timeOf} wrong={words.badTime} {...{ choices, onChange }} />
        <TextField name="seed" isGood={seedOf} wrong={words.badSeed} {...{ choices, onChange }} />
        <TextField
          name="speed"
          isGood={speedOf}
          wrong={words.badSpeed}
          {...{ choices, onChange }}
        />
      </div>
      <Looks {...{ choices, ids, onChange }} />
      <div className="embedding-pair">
        <SizeField name="width" {...{ choices, onChange }} />
        <SizeField name="height" {...{ choices, onChange }} />
      </div>
      {(['autoplay', 'compare'] as const).map((name) => (
        <label key={name} className="embedding-switch">
          <input
            type="checkbox"
            checked={choices[name]}
            onChange={({ target }) => onChange({ [name]: target.checked })}
          />
          {words[name]}
        </label>
      ))}
      <TextField
        name="parent"
        isGood={originOf}
        wrong={words.badOrigin}
        {...{ choices, onChange }}
      />
    </form>
  );
}

/** Labs, lessons, and the lab of a link where the address brought one. */
function LabSelect({ lab, onChange }: Pick<ComposerProps, 'onChange'> & Pick<EmbedChoices, 'lab'>) {
  const value = 'id' in lab ? `lab ${lab.id}` : 'lesson' in lab ? `lesson ${lab.lesson}` : '';
  const choose = (chosen: string): void => {
    const [kind, id] = chosen.split(' ');
    onChange({ lab: kind === 'lab' ? { id: id! } : { lesson: id!, step: 1 }, focus: '', at: '' });
  };
  return (
    <>
      <select
        className="field"
        aria-label={words.lab}
        value={value}
        onChange={({ target }) => choose(target.value)}
      >
        {'link' in lab && <option value="">{words.ownLab}</option>}
        <optgroup label={words.labs}>
          {builtInLabs.map(({ id, title }) => (
            <option key={id} value={`lab ${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.lessons}>
          {course.map(({ id, title }) => (
            <option key={id} value={`lesson ${id}`}>
              {title}
            </option>
          ))}
        </optgroup>
      </select>
      {'lesson' in lab && (
        <>
          <span className="kicker" aria-hidden="true">
            {words.step}
          </span>
          <input
            className="field"
            type="number"
            aria-label={words.step}
            min={1}
            max={50}
            value={lab.step}
            onChange={({ target }) =>
              onChange({ lab: { lesson: lab.lesson, step: within(target.value, 50, 1) || 1 } })
            }
          />
        </>
      )}
    </>
  );
}

function Looks({ choices, ids, onChange }: ComposerProps) {
  return (
    <>
      {(['controls', 'theme', 'start'] as const).map((name) => (
        <Row key={name} name={words[name].label}>
          <Choice
            label={words[name].label}
            options={Object.entries(words[name].options).map(([value, text]) => ({
              value,
              name: text,
            }))}
            value={choices[name]}
            onChange={(value) => onChange({ [name]: value } as Partial<EmbedChoices>)}
          />
        </Row>
      ))}
      <Row name={words.focus}>
        <select
          className="field"
          aria-label={words.focus}
          value={choices.focus}
          onChange={({ target }) => onChange({ focus: target.value })}
        >
          <option value="">{words.everything}</option>
          {[...new Set([...ids, ...(choices.focus === '' ? [] : [choices.focus])])].map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </Row>
    </>
  );
}

interface FieldProps<N extends keyof EmbedChoices> {
  name: N;
  choices: EmbedChoices;
  onChange(more: Partial<EmbedChoices>): void;
}

/** Free text; what is not understood is told below it. */
function TextField(
  props: FieldProps<'at' | 'seed' | 'speed' | 'parent'> & {
    isGood(text: string): unknown;
    wrong: string;
  },
) {
  const { name, choices, wrong, onChange } = props;
  const id = useId();
  const value = choices[name];
  const isWrong = value !== '' && props.isGood(value) === undefined;
  return (
    <div className="embedding-row">
      <label className="kicker" htmlFor={id}>
        {words[name]}
      </label>
      <input
        id={id}
        className="field"
        value={value}
        placeholder={words[`${name}Hint`]}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
        onChange={({ target }) => onChange({ [name]: target.value.trim() })}
      />
      {isWrong && (
        <p id={`${id}-wrong`} className="tone-bad">
          {wrong}
        </p>
      )}
    </div>
  );
}

function SizeField({ name, choices, onChange }: FieldProps<'width' | 'height'>) {
  const id = useId();
  const { least, most } = SIZES[name];
  return (
    <div className="embedding-row">
      <label className="kicker" htmlFor={id}>
        {words[name]}
      </label>
      <input
        id={id}
        className="field"
        type="number"
        min={least}
        max={most}
        step={20}
        value={choices[name] || ''}
        placeholder={name === 'width' ? words.widthHint : undefined}
        onChange={({ target }) => onChange({ [name]: within(target.value, most, 0) })}
      />
    </div>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="embedding-row">
      <span className="kicker" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}
