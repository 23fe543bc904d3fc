import { labActions } from '../../runtime/page/useLab.ts';
import { shellWords } from '../words/shell.ts';
import './followerNote.css';

const words = shellWords.storage;

/** Says that another tab has the lab, why time may stand still here, and what to do about it. */
export function FollowerNote() {
  return (
    <div className="follower-note">
      <span className="storage-badge">{words.follower}</span>
      <span className="muted">{words.followerTime}</span>
      <button type="button" className="button" onClick={() => labActions.takeOver()}>
        {words.takeOver}
      </button>
    </div>
  );
}
