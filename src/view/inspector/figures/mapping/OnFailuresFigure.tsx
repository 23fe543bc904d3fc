import { useState } from 'react';
import type { OnFailures } from '../../../../projections/figures/mapping/shapes.ts';
import { labActions, useLab } from '../../../../runtime/page/useLab.ts';
import { clockLine } from '../../../parts/clockText.ts';
import { JsonTree } from '../../../parts/JsonTree.tsx';
import { mappingFigureWords as words } from '../../../words/mappingFigures.ts';
import { MarkRow } from './MarkRow.tsx';

type Document = OnFailures['documents'][number];

/** Each document: what it says, what it points at, and the way back to the records. */
export function OnFailuresFigure({ figure }: { figure: OnFailures }) {
  return (
    <ol className="on-failures">
      {figure.documents.map((document, i) => (
        <Item key={document.document} of={document} holds={figure.holdsRecords} isFirst={i === 0} />
      ))}
      {figure.more > 0 && <li className="muted">{words.more(figure.more)}</li>}
    </ol>
  );
}

function Item({ of, holds, isFirst }: { of: Document; holds: boolean; isFirst: boolean }) {
  const startAtMs = useLab((lab) => lab.startAtMs);
  const [answer, setAnswer] = useState('');
  const redrive = async (): Promise<void> => {
    const command = { call: 'shardscope:Redrive', input: { document: of.document } };
    const done = await labActions.command(command);
    setAnswer(done.ok ? words.redriven(of.total) : done.error);
  };
  return (
    <li className="on-failure">
      <p>
        <strong>{of.condition}</strong>{' '}
        <span className="mono muted">{clockLine(startAtMs, of.at)}</span>
      </p>
      <p className="on-failure-way">
        <span className="muted">{holds ? words.holds : words.pointsAt}</span>
        <MarkRow marks={of.records} total={of.total} names={of.total <= 2} />
      </p>
      {!holds && (
        <p>
          {of.isAlive ? (
            <button type="button" className="button" onClick={() => void redrive()}>
              {words.redrive}
            </button>
          ) : (
            <span className="tone-bad">{words.trimmed}</span>
          )}{' '}
          <span role="status">{answer}</span>
        </p>
      )}
      <details open={isFirst}>
        <summary>{words.document}</summary>
        <JsonTree json={of.json} label={words.documentNumber(of.document + 1)} />
      </details>
    </li>
  );
}
