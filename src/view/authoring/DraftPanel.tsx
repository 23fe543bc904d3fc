import { lazy, Suspense, useMemo, useState } from 'react';
import type { LabError } from '../../lab/labError.ts';
import type { LessonReading } from '../../lessons/text/lessonText.ts';
import { copyText } from '../parts/copyText.ts';
import { saveText } from '../parts/saveFile.ts';
import { authoringWords as words } from '../words/authoring.ts';
import {
  check,
  closeDraft,
  edit,
  fileNameOf,
  keep,
  lessonAddress,
  preview,
  stopCheck,
  useAuthoring,
} from './authoring.ts';

const LessonEditor = lazy(() => import('./LessonEditor.tsx'));
const NO_FAULTS: readonly LabError[] = [];

/** One draft: its text, its faults, and what can be done with it. */
export function DraftPanel() {
  const { text, reading, check: checked } = useAuthoring();
  const [visit, setVisit] = useState<{ line: number } | null>(null);
  const isChecked = checked !== null && !checked.isRunning;
  const faults = reading?.ok === false ? reading.errors : isChecked ? checked.faults : NO_FAULTS;
  const marked = useMemo(() => faults.map(({ line }) => line), [faults]);
  return (
    <>
      <Suspense fallback={<p className="muted">{words.loading}</p>}>
        <LessonEditor text={text} marked={marked} visit={visit} onChange={edit} />
      </Suspense>
      <p role="status" className="muted">
        {reading === null && words.reading}
        {reading?.ok === true &&
          !isChecked &&
          words.isRead(reading.lesson.told.lesson.steps.length)}
        {faults.length > 0 && isChecked && `${words.holdsNot} `}
        {faults.length > 0 && words.faults(faults.length)}
        {isChecked && faults.length === 0 && words.holds}
      </p>
      <Faults faults={faults} onVisit={(line) => setVisit({ line })} />
      {reading?.ok === true && <Trying reading={reading} />}
      <Ways text={text} />
    </>
  );
}

function Faults(props: { faults: readonly LabError[]; onVisit: (line: number) => void }) {
  const { faults, onVisit } = props;
  if (faults.length === 0) return null;
  return (
    <ol className="authoring-faults" aria-label={words.faultList}>
      {faults.map(({ line, column, path, message }) => (
        <li key={`${line}:${column} ${path} ${message}`}>
          <button type="button" className="link" onClick={() => onVisit(line)}>
            {words.line(line)}
          </button>{' '}
          {path === '' ? message : `${path}: ${message}`}
        </li>
      ))}
    </ol>
  );
}

/** Taking it as a learner, and taking all of it by the engine. */
function Trying({ reading }: { reading: Extract<LessonReading, { ok: true }> }) {
  const { lesson, words: told } = reading.lesson.told;
  const running = useAuthoring(({ check: checked }) => (checked?.isRunning ? checked : null));
  const chosen = useAuthoring((authoring) => authoring.step);
  const step = Math.min(chosen, lesson.steps.length - 1);
  return (
    <div className="authoring-ways">
      <label className="authoring-course">
        <span className="muted">{words.previewFrom}</span>
        <select
          className="field"
          value={step}
          onChange={(event) => useAuthoring.setState({ step: Number(event.target.value) })}
        >
          {lesson.steps.map(({ id }, i) => (
            <option key={id} value={i}>
              {i + 1}. {told.steps[id]?.title}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="button button-primary" onClick={() => void preview(step)}>
        {words.preview}
      </button>
      {running === null ? (
        <button type="button" className="button" onClick={() => void check()}>
          {words.check}
        </button>
      ) : (
        <>
          <button type="button" className="button" onClick={stopCheck}>
            {words.stop}
          </button>
          <label className="authoring-progress">
            <span className="muted">
              {running.of === 0 ? words.checkBegins : words.checking(running.step, running.of)}
            </span>
            <progress max={running.of || 1} value={running.step} />
          </label>
        </>
      )}
    </div>
  );
}

function Ways({ text }: { text: string }) {
  const [linkNote, setLinkNote] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const copyLink = async (): Promise<void> => {
    keep();
    const making = lessonAddress(text);
    const copying = copyText(making.then((made) => made?.address ?? Promise.reject(new Error())));
    const isDone = copying.then(
      () => true,
      () => false,
    );
    const made = await making;
    setLinkNote(made === null ? words.linkTooLong : made.warning);
    if (made === null) return;
    if (await isDone) setCopied(true);
    else setLinkNote(made.address);
  };
  return (
    <>
      <div className="authoring-ways">
        <button
          type="button"
          className="button"
          onClick={() => saveText(fileNameOf(text), 'text/markdown', text)}
        >
          {words.save}
        </button>
        <button type="button" className="button" onClick={() => void copyLink()}>
          {words.link}
        </button>
        <button type="button" className="link" onClick={closeDraft}>
          {words.yours}
        </button>
      </div>
      <p role="status" className="muted authoring-link">
        {isCopied && words.linkCopied} {linkNote}
      </p>
    </>
  );
}
