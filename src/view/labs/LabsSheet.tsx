import { useEffect, useState } from 'react';
import { useLab } from '../../runtime/page/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { LabFileButton } from '../toolbar/LabFileButton.tsx';
import { spokenTitle } from '../words/builtInLabs.ts';
import { labsWords as words } from '../words/labs.ts';
import { shellWords } from '../words/shell.ts';
import { KeptLab } from './KeptLab.tsx';
import { exportKept, keepOpen, listKept, useKeptLabs } from './keptLabs.ts';
import './labs.css';

/** The labs that are kept in this browser, and what can be done with each. */
export default function LabsSheet({ onClose }: { onClose: () => void }) {
  const { labs, trouble } = useKeptLabs();
  const openId = useLab((lab) => lab.labId);
  const title = useLab((lab) => lab.title);
  const storage = useLab((lab) => lab.storage);
  const [data, setData] = useState(false);
  useEffect(() => void listKept(), [openId]);
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p className="muted labs-about">{words.about}</p>
      <p className="labs-file">
        <LabFileButton />
        <span className="muted">{words.dropHint}</span>
      </p>
      {trouble !== null && <p className="tone-behind">{trouble}</p>}
      {storage.kind === 'memory' && (
        <p className="labs-memory">
          {words.memory}{' '}
          <button
            type="button"
            className="button"
            onClick={() => void exportKept({ labId: openId, title }, data)}
          >
            {words.actionOn(words.actions.export, spokenTitle(title))}
          </button>{' '}
          {storage.because === 'removed' && (
            <button type="button" className="button" onClick={() => void keepOpen()}>
              {shellWords.storage.keep}
            </button>
          )}
        </p>
      )}
      {labs !== null && labs.length === 0 && trouble === null && (
        <p className="muted">{words.none}</p>
      )}
      {labs !== null && labs.length > 0 && (
        <ul className="labs-list" aria-label={words.list}>
          {labs.map((lab) => (
            <KeptLab key={lab.labId} lab={lab} isOpen={lab.labId === openId} data={data} />
          ))}
        </ul>
      )}
      <label className="labs-data">
        <input type="checkbox" checked={data} onChange={(event) => setData(event.target.checked)} />
        <span>
          {words.withData}
          <span className="muted labs-hint">{words.withDataHint}</span>
        </span>
      </label>
    </Sheet>
  );
}
