import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { usePanels } from '../panels.ts';
import { shellWords } from '../words/shell.ts';
import { actionsOf } from './noticeActions.ts';
import { dismissToast, useToasts } from './toasts.ts';

const words = shellWords.notices;
/** A step of a lesson is a branch of its own, and begins again: nobody has to be told. */
const BRANCHED = 'branched';
const levelTones = { info: 'plain', warning: 'behind', error: 'bad' } as const;

/** What the lab has to say for itself, and what one has just done. */
export function Notices() {
  const isLesson = usePanels(({ lesson }) => lesson !== null);
  const notices = useLab((lab) => lab.notices);
  const { toasts } = useToasts();
  return (
    <section className="notices" aria-label={shellWords.regions.notices} aria-live="polite">
      {notices
        .filter(({ code }) => !(isLesson && code === BRANCHED))
        .map((notice) => (
          <Notice
            key={`lab ${notice.id}`}
            text={notice.text}
            tone={levelTones[notice.level]}
            actions={actionsOf(notice.code)}
            onDismiss={() => labActions.dismiss(notice.id)}
          />
        ))}
      {toasts.map(({ id, text, tone, actions }) => (
        <Notice
          key={`toast ${id}`}
          text={text}
          tone={tone}
          actions={actions}
          onDismiss={() => dismissToast(id)}
        />
      ))}
    </section>
  );
}

function Notice(props: {
  text: string;
  tone: 'plain' | 'behind' | 'bad' | 'good';
  actions?: readonly { name: string; act: () => void }[];
  onDismiss: () => void;
}) {
  const [first, ...rest] = props.text.split('\n');
  return (
    <div className={`notice notice-${props.tone}`}>
      <div className="notice-text">
        {rest.length === 0 ? (
          <p>{first}</p>
        ) : (
          <ul className="notice-lines mono">
            {[first, ...rest].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="notice-actions">
        {props.actions?.map(({ name, act }) => (
          <button
            key={name}
            type="button"
            className="link"
            onClick={() => {
              props.onDismiss();
              act();
            }}
          >
            {name}
          </button>
        ))}
        <button type="button" className="link notice-dismiss" onClick={props.onDismiss}>
          {words.dismiss}
        </button>
      </div>
    </div>
  );
}
