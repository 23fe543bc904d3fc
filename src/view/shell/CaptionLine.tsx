import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { FollowerNote } from '../notices/FollowerNote.tsx';
import { openSheet, usePanels } from '../panels.ts';
import { useIsWide } from '../parts/useMedia.ts';
import { shellWords } from '../words/shell.ts';

/** One sentence on what matters now, one on what comes next. */
export function CaptionLine() {
  const caption = useLab((lab) => lab.scene?.caption);
  const storage = useLab((lab) => lab.storage);
  const isWide = useIsWide();
  if (caption === undefined) {
    return (
      <div className="caption" role="status">
        <p className="muted">{shellWords.opening}</p>
      </div>
    );
  }
  const { about } = caption;
  const explain = (): void => {
    labActions.select(about);
    if (isWide) usePanels.setState({ inspector: true, sheet: null });
    else openSheet('inspector');
  };
  return (
    <div className="caption">
      <div className="caption-words">
        <h1 className={`caption-title caption-${caption.tone}`}>{caption.title}</h1>
        <p className="caption-detail">{caption.detail}</p>
        {storage.kind === 'follower' && <FollowerNote />}
      </div>
      {storage.kind === 'memory' && (
        <span className="storage-badge" title={storage.why}>
          {shellWords.storage.memory}
        </span>
      )}
      {about !== null && (
        <button
          type="button"
          className="link caption-why"
          aria-label={shellWords.whyOf(caption.title)}
          onClick={explain}
        >
          {shellWords.why}
        </button>
      )}
    </div>
  );
}
