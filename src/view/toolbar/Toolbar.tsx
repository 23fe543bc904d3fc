import { UndoButtons } from '../branches/UndoButtons.tsx';
import { Logo } from '../parts/Logo.tsx';
import { useIsWide } from '../parts/useMedia.ts';
import { shellWords } from '../words/shell.ts';
import { Clock } from './Clock.tsx';
import { LabMenu } from './LabMenu.tsx';
import { SpeedMenu, SpeedSlider } from './Speed.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import { PlayAndStep, RestartMenu } from './Transport.tsx';
import { ShareButton, ViewButtons } from './ViewButtons.tsx';

/** The bar on top: lab, time, views. On a narrow page only the lab; the rest is at the bottom. */
export function Toolbar() {
  const isWide = useIsWide();
  return (
    <header className="toolbar">
      <div className="toolbar-lab">
        <Logo />
        <strong className="product">{shellWords.product}</strong>
        <LabMenu />
      </div>
      {isWide && (
        <div className="toolbar-time">
          <RestartMenu />
          <PlayAndStep />
          <UndoButtons />
          <Clock />
          <SpeedMenu />
          <SpeedSlider />
        </div>
      )}
      <div className="toolbar-views">
        {isWide && (
          <nav className="toolbar-views" aria-label={shellWords.regions.views}>
            <ViewButtons />
          </nav>
        )}
        <ShareButton />
        <ThemeMenu />
      </div>
    </header>
  );
}

/** Fixed below a narrow page: what the thumb needs. */
export function BottomBar() {
  return (
    <footer className="bottom-bar">
      <div className="bottom-time">
        <PlayAndStep />
        <Clock />
        <SpeedMenu upwards />
      </div>
      <nav className="bottom-views" aria-label={shellWords.regions.views}>
        <ViewButtons />
      </nav>
    </footer>
  );
}
