import { Fragment, useEffect, useState } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { settingsWords as words } from '../words/settings.ts';
import type { Values } from './fields.ts';
import { SettingField } from './SettingField.tsx';
import { type Subject, useSubject } from './settingsStore.ts';
import { applySettings, type Refusal, type Settings, useSettings } from './useSettings.ts';
import './settings.css';

/** Every setting of a mapping or a function, to be changed while the lab runs. */
export default function SettingsSheet({ onClose }: { onClose: () => void }) {
  const subject = useSubject((state) => state.subject);
  if (subject === null) return null;
  return <SettingsOf key={JSON.stringify(subject)} subject={subject} onClose={onClose} />;
}

function SettingsOf({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const { settings, reload } = useSettings(subject);
  const title = subject.kind === 'mapping' ? words.mappingTitle : words.functionTitle;
  return (
    <Sheet title={title} kicker={settings?.name ?? ''} onClose={onClose}>
      {settings && <SettingsForm settings={settings} onApplied={reload} />}
    </Sheet>
  );
}

/** Above what AWS has no word for. */
function Ours() {
  return (
    <div className="settings-ours">
      <h3 className="kicker">{words.ours}</h3>
      <p className="muted">{words.oursAbout}</p>
    </div>
  );
}

function SettingsForm({ settings, onApplied }: { settings: Settings; onApplied: () => void }) {
  const [changed, setChanged] = useState<Values>({});
  const [refusal, setRefusal] = useState<Refusal>(null);
  const [isApplied, setApplied] = useState(false);
  const playing = useLab((lab) => lab.playing);
  const { fields, values, state } = settings;
  const after = { ...values, ...changed };
  const hasChanges = fields.some(({ name }) => after[name] !== values[name]);
  const isSettled = state === '' || state === 'Enabled' || state === 'Disabled';
  useEffect(() => {
    if (isSettled && isApplied) setChanged({});
  }, [values]);
  const apply = async (): Promise<void> => {
    const refused = await applySettings(settings, after);
    setRefusal(refused);
    setApplied(refused === null);
    if (refused === null) onApplied();
  };
  return (
    <form
      className="settings"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      {state !== '' && (
        <p className="settings-state" role="status">
          <strong className={isSettled ? '' : 'tone-accent'}>{state}</strong>{' '}
          <span className="muted">{words.states(state, playing)}</span>
        </p>
      )}
      {fields.map((field, i) => (
        <Fragment key={field.name}>
          {field.isOurs && !fields[i - 1]?.isOurs && <Ours />}
          <SettingField
            field={field}
            value={after[field.name] ?? ''}
            isChanged={after[field.name] !== values[field.name]}
            error={refusal?.field === field.name ? refusal.text : ''}
            onChange={(value) => {
              setChanged({ ...changed, [field.name]: value });
              setRefusal(null);
              setApplied(false);
            }}
          />
        </Fragment>
      ))}
      {typeof settings.answer.StartingPosition === 'string' && (
        <p className="muted">{words.startingPosition(settings.answer.StartingPosition)}</p>
      )}
      {refusal !== null && refusal.field === null && (
        <p className="tone-bad" role="alert">
          {refusal.text}
        </p>
      )}
      <div className="settings-foot">
        <button type="submit" className="button button-primary" disabled={!hasChanges}>
          {words.apply}
        </button>
        {hasChanges && (
          <button
            type="button"
            className="link"
            onClick={() => {
              setChanged({});
              setRefusal(null);
            }}
          >
            {words.revert}
          </button>
        )}
        {isApplied && <span role="status">{state === '' ? words.applied : words.underWay}</span>}
      </div>
    </form>
  );
}
