import { useId } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { settingsWords as words } from '../words/settings.ts';
import type { Field } from './fields.ts';

interface FieldProps {
  field: Field;
  value: string;
  isChanged: boolean;
  /** AWS's sentence where it has refused the value. */
  error: string;
  onChange: (value: string) => void;
}

/** One setting: AWS's name, its value, its range and default, and what AWS says against it. */
export function SettingField(props: FieldProps) {
  const { field, isChanged, error } = props;
  const id = useId();
  const about = `${id}-about`;
  return (
    <div className={isChanged ? 'setting is-changed' : 'setting'}>
      <label htmlFor={id} className="setting-name mono">
        {field.name}
      </label>
      <Control {...props} id={id} about={about} />
      <p id={about} className="setting-about muted">
        {field.about} {field.isOurs ? '' : words.range(field.range, field.otherwise)}
        {error !== '' && (
          <span className="setting-error tone-bad" role="alert">
            {error}
          </span>
        )}
      </p>
    </div>
  );
}

function Control(props: FieldProps & { id: string; about: string }) {
  const { field, value, error, onChange, id, about } = props;
  const common = { id, 'aria-describedby': about, 'aria-invalid': error !== '' };
  switch (field.type) {
    case 'flag':
      return (
        <input
          {...common}
          type="checkbox"
          className="setting-flag"
          checked={value === 'true'}
          onChange={(event) => onChange(String(event.target.checked))}
        />
      );
    case 'patterns':
      return (
        <textarea
          {...common}
          className="field setting-patterns mono"
          rows={3}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'choice':
      return (
        <select
          {...common}
          className="field"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          {field.options?.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      );
    case 'destination':
      return <Destinations {...common} value={value} onChange={onChange} />;
    default:
      return (
        <input
          {...common}
          className="field setting-number mono"
          inputMode="numeric"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

const KINDS: Record<string, string> = { SQS: 'sqs', SNS: 'sns', S3: 's3' };

/** The queues, topics and buckets of the lab, by ARN. */
function Destinations(props: {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  const { value, onChange, ...common } = props;
  const definition = useLab((lab) => lab.definition);
  const targets = (definition?.targets ?? []).filter(({ kind }) => kind in KINDS);
  const { region = '', accountId = '' } = definition ?? {};
  const options = targets.map(({ kind, name }) => ({
    name: `${kind} ${name}`,
    arn:
      kind === 'S3'
        ? `arn:aws:s3:::${name}`
        : `arn:aws:${KINDS[kind]}:${region}:${accountId}:${name}`,
  }));
  const isOther = value !== '' && !options.some(({ arn }) => arn === value);
  return (
    <select
      {...common}
      className="field setting-destination"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{words.none}</option>
      {isOther && <option value={value}>{value}</option>}
      {options.map(({ name, arn }) => (
        <option key={arn} value={arn}>
          {name}
        </option>
      ))}
    </select>
  );
}
