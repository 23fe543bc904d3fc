import { stageWords as words } from '../../projections/words/stageWords.ts';
import { tidyCards, usePlaces } from './cardPlaces.ts';
import { FAR, fitting, toggleFocus, useStageView, ZOOM_MOST, zoomBy, zoomTo } from './stageView.ts';

/** How near the stage is seen, and whether only what is selected is. */
export function StageControls({ canFocus }: { canFocus: boolean }) {
  const zoom = useStageView((view) => view.zoom);
  const isFocused = useStageView((view) => view.isFocused);
  const isMoved = Object.keys(usePlaces()).length > 0;
  const { view } = words;
  return (
    <fieldset className="stage-controls" aria-label={view.title}>
      {(canFocus || isFocused) && (
        <button
          type="button"
          className="stage-control"
          aria-pressed={isFocused}
          aria-keyshortcuts="F"
          title={view.focusHint}
          onClick={toggleFocus}
        >
          {view.focus}
        </button>
      )}
      {isMoved && (
        <button type="button" className="stage-control" title={view.tidyHint} onClick={tidyCards}>
          {view.tidy}
        </button>
      )}
      <button
        type="button"
        className="stage-control"
        aria-label={view.farther}
        title={view.farther}
        disabled={zoom === FAR}
        onClick={() => zoomBy(-1)}
      >
        −
      </button>
      <button
        type="button"
        className="stage-control stage-zoom mono"
        aria-label={view.trueSize(zoomText(zoom))}
        title={view.trueSize(zoomText(zoom))}
        onClick={() => zoomTo(1)}
      >
        {zoomText(zoom)}
      </button>
      <button
        type="button"
        className="stage-control"
        aria-label={view.nearer}
        title={view.nearer}
        disabled={zoom >= ZOOM_MOST}
        onClick={() => zoomBy(1)}
      >
        +
      </button>
      <button
        type="button"
        className="stage-control"
        title={view.fitHint}
        onClick={() => fitting.fit()}
      >
        {view.fit}
      </button>
    </fieldset>
  );
}

const zoomText = (zoom: number): string =>
  zoom === FAR ? words.view.far : `${Math.round(zoom * 100)} %`;
