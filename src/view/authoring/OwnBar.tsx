import { leave, useTaking } from '../lessons/taking.ts';
import { authoringWords as words } from '../words/authoring.ts';
import { begin } from './authoring.ts';
import { linkedText } from './written.ts';
import './authoring.css';

/** Above a lesson that is not of the course: where it is from, and the way to its text. */
export default function OwnBar() {
  const own = useTaking((taking) => taking.own);
  const isEdited = own === 'edited';
  const toText = (): void => {
    useTaking.setState({ own: 'edited' });
    leave();
    if (!isEdited) begin(linkedText());
  };
  return (
    <p className="authoring-bar">
      <span className="muted">{isEdited ? words.previewing : words.somebodys}</span>{' '}
      <button type="button" className="link" onClick={toText}>
        {isEdited ? words.back : words.edit}
      </button>
    </p>
  );
}
