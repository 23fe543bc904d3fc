import { useLab } from '../../runtime/page/useLab.ts';
import { clockText } from '../parts/clockText.ts';
import { shellWords } from '../words/shell.ts';

/** Virtual time, UTC; with the date once the lab's first day is over. */
export function Clock() {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const now = useLab((lab) => lab.now);
  const { date, time, iso } = clockText(startAtMs, now);
  return (
    <time className="clock mono" dateTime={iso} title={`${shellWords.transport.clock}, UTC`}>
      <span className="visually-hidden">{shellWords.transport.clock} </span>
      {date !== '' && <span className="clock-date">{date} </span>}
      {time}
    </time>
  );
}
