import { useCallback, useEffect, useState } from 'react';
import type { CodeLanguage, FunctionCode } from '../../../engine/functionCode.ts';
import { effectsAsCode } from '../../../lab/effectsAsCode/effectsAsCode.ts';
import type { CodeView } from '../../../projections/codeView.ts';
import { labActions, useLab } from '../../../runtime/page/useLab.ts';
import { openSheet } from '../../panels.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Progress } from '../../timeline/TimeStrip.tsx';
import { codeWords as words } from '../../words/code.ts';
import { CodeEditor } from './CodeEditor.tsx';
import { setDraft, useDraft } from './drafts.ts';
import { handlerNamed } from './handlerName.ts';
import { Lines } from './Lines.tsx';
import { TestEvents } from './TestEvents.tsx';
import './code.css';

const LANGUAGES = (['JavaScript', 'Python'] as const).map((value) => ({
  value,
  name: words.languages[value],
}));

/** A function's code: read, changed and deployed; its log; invoking it once. */
export default function CodeTab({ number, isAlone }: { number: number; isAlone?: boolean }) {
  const definition = useLab((lab) => lab.definition);
  const [language, setLanguage] = useState<CodeLanguage>('JavaScript');
  const { view, look } = useCodeView(number);
  if (view === null || definition === null) return <p className="muted">{words.loading}</p>;
  const id = definition.functions[number]?.id ?? '';
  const code = view.code ?? effectsAsCode(definition, id, language);
  return (
    <div className={isAlone ? 'function-code is-alone' : 'function-code'}>
      {!isAlone && (
        <button type="button" className="link" onClick={() => openSheet('code')}>
          {words.wide}
        </button>
      )}
      {view.code === null && (
        <Choice
          label={words.language}
          options={LANGUAGES}
          value={language}
          onChange={setLanguage}
        />
      )}
      <Deployed key={JSON.stringify(code)} id={id} code={code} view={view} onDone={look} />
      <TestEvents id={id} number={number} view={view} onDone={look} />
      <section className="function-log" aria-label={words.log}>
        <h3 className="kicker">{words.log}</h3>
        {view.log.length === 0 ? (
          <p className="muted">{words.noLog}</p>
        ) : (
          <Lines lines={view.log} label={words.log} />
        )}
      </section>
    </div>
  );
}

/** What the worker knows of the function now; asked again with every picture. */
function useCodeView(number: number): { view: CodeView | null; look: () => void } {
  const scene = useLab((lab) => lab.scene);
  const [view, setView] = useState<CodeView | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let isWanted = true;
    labActions.code(number).then(
      (found) => isWanted && setView(found),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [number, scene, asked]);
  return { view, look: useCallback(() => setAsked((n) => n + 1), []) };
}

interface DeployedProps {
  id: string;
  code: FunctionCode;
  view: CodeView;
  onDone: () => void;
}

/** The files, and what has been typed in them and not deployed yet. */
function Deployed({ id, code, view, onDone }: DeployedProps) {
  const draftOf = id + JSON.stringify(code);
  const typed = useDraft(draftOf);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [visits, setVisits] = useState(0);
  const names = Object.keys(code.files);
  const [chosen, setChosen] = useState(view.failure?.place?.file ?? names[0]!);
  const file = names.includes(chosen) ? chosen : names[0]!;
  const files = { ...code.files, ...typed };
  const [named, setNamed] = useState<string | null>(null);
  const handler = named ?? handlerNamed({ ...code, files });
  const isChanged = names.some((name) => files[name] !== code.files[name]);
  const isTyped = isChanged || handler !== code.handler;
  const save = async (next: FunctionCode | null): Promise<void> => {
    const input = { function: id, code: next };
    setBusy(true);
    const saved = await labActions.command({ call: 'shardscope:SaveCode', input });
    setBusy(false);
    setProblem(saved.ok ? '' : saved.error);
    if (saved.ok) onDone();
  };
  const place = view.failure?.place ?? null;
  return (
    <section className="deployed-code">
      <p className="muted">
        {view.code === null ? words.builtIn : words.runs(code.runtime, code.handler)}
      </p>
      {view.failure !== null && (
        <p className="code-failure tone-bad" role="status">
          {view.failure.text}
          {place !== null && (
            <button
              type="button"
              className="link"
              onClick={() => {
                setChosen(place.file);
                setVisits((n) => n + 1);
              }}
            >
              {words.failedAt(place.line, place.file)}
            </button>
          )}
        </p>
      )}
      {names.length > 1 && <Files names={names} chosen={file} onChoose={setChosen} />}
      <CodeEditor
        file={file}
        text={files[file]!}
        failed={place}
        visits={visits}
        onChange={(text) => setDraft(draftOf, { ...typed, [file]: text })}
      />
      <label className="code-handler">
        {words.handler}
        <input
          className="field mono"
          value={handler}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => setNamed(event.target.value)}
        />
      </label>
      <div className="code-actions">
        <button
          type="button"
          className="button button-primary"
          disabled={isBusy || (view.code !== null && !isTyped)}
          onClick={() => void save({ ...code, handler: handler.trim(), files })}
        >
          {words.deploy}
        </button>
        {isTyped && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setDraft(draftOf, {});
              setNamed(null);
            }}
          >
            {words.revert}
          </button>
        )}
        {view.code !== null && (
          <button type="button" className="link" onClick={() => void save(null)}>
            {words.backToEffects}
          </button>
        )}
      </div>
      {isBusy && (
        <div className="code-loading">
          <p className="muted">{words.deploying}</p>
          <Progress />
        </div>
      )}
      {problem !== '' && (
        <p className="tone-bad" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

function Files(props: { names: string[]; chosen: string; onChoose: (name: string) => void }) {
  const { names, chosen, onChoose } = props;
  return (
    <select
      className="field mono"
      aria-label={words.file}
      value={chosen}
      onChange={(event) => onChoose(event.target.value)}
    >
      {names.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  );
}
