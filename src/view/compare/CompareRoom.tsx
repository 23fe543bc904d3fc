import { useEffect, useRef, useState } from 'react';
import { Tabs } from '../parts/Tabs.tsx';
import { laneWords as words } from '../words/lanes.ts';
import { GuardsTab } from './guards/GuardsTab.tsx';
import { takeGuardWish } from './guards/guardLink.ts';
import { LedgerTab } from './LedgerTab.tsx';
import { LanesTab } from './lanes/LanesTab.tsx';
import { readLaneLink } from './lanes/laneLink.ts';
import { openLanes } from './lanes/lanesOfLab.ts';
import { MoneyTab } from './money/MoneyTab.tsx';
import { VerdictTab } from './money/VerdictTab.tsx';
import '../editor/editor.css';
import './compare.css';

/** Ways of learning of a table's changes, side by side: lanes, their ledger, the money, and a verdict. */
export default function CompareRoom({ onClose }: { onClose: () => void }) {
  const room = useRef<HTMLDialogElement>(null);
  const [first] = useState(() => (takeGuardWish() ? 'guards' : 'lanes'));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Modal: what lies behind is out of reach of the keyboard as of the eye.
    if (!room.current?.open) room.current?.showModal();
    heading.current?.focus({ preventScroll: true });
    return openLanes(readLaneLink(window.location.hash));
  }, []);
  return (
    <dialog
      ref={room}
      aria-labelledby="compare-room"
      className="compare-room"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="compare-room-head">
        <h2 id="compare-room" ref={heading} tabIndex={-1} className="sheet-title">
          {words.title}
        </h2>
        <button type="button" className="button" onClick={onClose}>
          {words.close}
        </button>
      </div>
      <Tabs
        label={words.tabs.label}
        first={first}
        tabs={[
          { id: 'lanes', name: words.tabs.lanes, content: () => <LanesTab /> },
          { id: 'ledger', name: words.tabs.ledger, content: () => <LedgerTab /> },
          { id: 'money', name: words.tabs.money, content: () => <MoneyTab /> },
          { id: 'verdict', name: words.tabs.verdict, content: () => <VerdictTab /> },
          { id: 'guards', name: words.tabs.guards, content: () => <GuardsTab /> },
        ]}
      />
    </dialog>
  );
}
