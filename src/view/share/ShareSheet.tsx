import { useEffect, useId, useState } from 'react';
import { SHORT_LINK } from '../../lab/link/labLink.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { CopyButton } from '../parts/CopyButton.tsx';
import { clockLine } from '../parts/clockText.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { speedText } from '../toolbar/speedScale.ts';
import { sharingWords as words } from '../words/sharing.ts';
import { PictureMaker } from './PictureMaker.tsx';
import { type SharedLink, shareLink } from './shareLink.ts';
import './share.css';

/** The lab as a link, with its length, to be copied. */
export default function ShareSheet({ onClose }: { onClose: () => void }) {
  const now = useLab((lab) => lab.now);
  const startAtMs = useLab((lab) => lab.startAtMs);
  const speed = useLab((lab) => lab.speed);
  const [atThisInstant, setAtThisInstant] = useState(true);
  const [withSpeed, setWithSpeed] = useState(true);
  const shared = useSharedLink(atThisInstant, withSpeed);
  return (
    <Sheet title={words.title} onClose={onClose}>
      <div className="share">
        <p>{words.about}</p>
        <label className="share-choice">
          <input
            type="checkbox"
            checked={atThisInstant}
            onChange={(event) => setAtThisInstant(event.target.checked)}
          />
          {words.atThisInstant(clockLine(startAtMs, now))}
        </label>
        <label className="share-choice">
          <input
            type="checkbox"
            checked={withSpeed}
            onChange={(event) => setWithSpeed(event.target.checked)}
          />
          {words.withSpeed(speedText(speed))}
        </label>
        <TheLink shared={shared} />
        <PictureMaker />
        <Embedding shared={shared} />
      </div>
    </Sheet>
  );
}

/** The way to the page on which an embed is put together. */
function Embedding({ shared }: { shared: SharedLink | null }) {
  if (shared === null || shared.address === null) return null;
  return (
    <section className="share-pictures">
      <h3>{words.embed}</h3>
      <p className="muted">{words.embedAbout}</p>
      <p>
        <a className="link" href={shared.embedding} target="_blank" rel="noopener">
          {words.openEmbed}
        </a>
      </p>
    </section>
  );
}

function TheLink({ shared }: { shared: SharedLink | null }) {
  const id = useId();
  if (shared === null) return <p className="muted">{words.writing}</p>;
  const { address, length, commands } = shared;
  if (address === null) return <p role="alert">{words.tooLong}</p>;
  return (
    <>
      <label className="kicker" htmlFor={id}>
        {words.address}
      </label>
      <textarea
        id={id}
        className="field share-link"
        readOnly
        rows={6}
        spellCheck={false}
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <p className="share-facts">
        <CopyButton text={() => address} /> <strong>{words.length(length)}</strong>
        {'. '}
        <span className="muted">{length <= SHORT_LINK ? words.short : words.long}</span>
      </p>
      <p className="muted">{words.holds(commands)}</p>
    </>
  );
}

/** Written anew whenever what it holds has changed; while time passes, at most twice a second. */
function useSharedLink(atThisInstant: boolean, withSpeed: boolean): SharedLink | null {
  const [shared, setShared] = useState<SharedLink | null>(null);
  const labId = useLab((lab) => lab.labId);
  const speed = useLab((lab) => lab.speed);
  const halfSecond = useLab((lab) => (lab.playing ? Math.floor(lab.now / 500_000) : lab.now));
  useEffect(() => {
    let isWanted = true;
    void shareLink(location.href, { atThisInstant, withSpeed }).then((link) => {
      if (isWanted) setShared(link);
    });
    return () => {
      isWanted = false;
    };
  }, [atThisInstant, withSpeed, labId, speed, halfSecond]);
  return shared;
}
