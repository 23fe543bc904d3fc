import { lazy, Suspense, useEffect } from 'react';
import { readAddress } from '../runtime/page/address.ts';
import { labActions, live, useLab } from '../runtime/page/useLab.ts';
import { stageActions } from './editor/stageActions.ts';
import { InspectorPanel } from './inspector/InspectorPanel.tsx';
import { LessonBar } from './lessons/LessonBar.tsx';
import { LatestLine } from './log/LatestLine.tsx';
import { LogPanel } from './log/LogPanel.tsx';
import { Notices } from './notices/Notices.tsx';
import { openSheet, usePanels } from './panels.ts';
import { Sheet } from './parts/Sheet.tsx';
import { useIsWide } from './parts/useMedia.ts';
import { CaptionLine } from './shell/CaptionLine.tsx';
import { KeysSheet } from './shell/KeysSheet.tsx';
import { SideColumn } from './shell/SideColumn.tsx';
import { TimeSheet } from './shell/TimeSheet.tsx';
import { useFileDrop } from './shell/useFileDrop.ts';
import { useKeys } from './shell/useKeys.ts';
import { useSelectionSheet } from './shell/useSelectionSheet.ts';
import { adoptOldPlaces } from './stage/cardPlaces.ts';
import { Stage } from './stage/Stage.tsx';
import { useIsStill, usePresenterZoom, useStageView } from './stage/stageView.ts';
import { useSteadyScene } from './stage/useSteadyScene.ts';
import { followStops } from './timeline/breakpoints.ts';
import { TimeDock } from './timeline/TimeDock.tsx';
import { Progress } from './timeline/TimeStrip.tsx';
import { BottomBar, Toolbar } from './toolbar/Toolbar.tsx';
import { inspectorWords } from './words/inspector.ts';
import { logPanelWords } from './words/log.ts';
import { shellWords } from './words/shell.ts';

const WriteSheet = lazy(() => import('./editor/WriteSheet.tsx'));
const BringSheet = lazy(() => import('./bring/BringSheet.tsx'));
const CodeSheet = lazy(() => import('./inspector/code/CodeSheet.tsx'));
const SettingsSheet = lazy(() => import('./settings/SettingsSheet.tsx'));
const PoisonSheet = lazy(() => import('./editor/PoisonSheet.tsx'));
const Console = lazy(() => import('./console/Console.tsx'));
const StretchList = lazy(() => import('./timeline/StretchList.tsx'));
const ShareSheet = lazy(() => import('./share/ShareSheet.tsx'));
const LabsSheet = lazy(() => import('./labs/LabsSheet.tsx'));
const WhySheet = lazy(() => import('./why/WhySheet.tsx'));
const Presentation = lazy(() => import('./teaching/Presentation.tsx'));
const LessonsSheet = lazy(() => import('./lessons/LessonsSheet.tsx'));
const BranchesSheet = lazy(() => import('./branches/BranchesSheet.tsx'));
const CompareSheet = lazy(() => import('./compare/CompareSheet.tsx'));
const Storyboard = lazy(async () => ({
  default: (await import('./storyboard/Storyboard.tsx')).Storyboard,
}));
const FindSheet = lazy(() => import('./find/FindSheet.tsx'));
const CompareRoom = lazy(() => import('./compare/CompareRoom.tsx'));

/** The page: what stands around the stage, and the stage. */
export function App() {
  const isWide = useIsWide();
  useKeys(isWide);
  useSelectionSheet(isWide);
  const isDropping = useFileDrop();
  useEffect(() => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (asked.has('lanes') || asked.has('ways')) openSheet('lanes');
    const { lesson, practice, written } = readAddress(location.search, location.hash);
    if (lesson?.isPresented)
      usePanels.setState({ presented: { lesson: lesson.id, step: lesson.step - 1 } });
    else if (lesson !== undefined || practice !== undefined || written !== undefined)
      openSheet('lessons');
  }, []);
  const hasSheet = usePanels((panels) => panels.sheet !== null);
  useEffect(followStops, []);
  const isStill = useIsStill();
  const enlarged = usePresenterZoom();
  const hasPanels = useStageView((view) => !view.isPresenting) && isWide;
  const isPresented = usePanels((panels) => panels.presented !== null);
  if (isPresented) {
    return (
      <Suspense fallback={null}>
        <Presentation>
          <LabStage />
        </Presentation>
      </Suspense>
    );
  }
  return (
    <div className={isWide ? 'shell shell-wide' : 'shell shell-narrow'}>
      <Toolbar />
      <main className="shell-main" style={{ zoom: enlarged }}>
        <LessonBar />
        <CaptionLine />
        <div className="shell-stage">
          <LabStage />
        </div>
        {isStill && (
          <Suspense fallback={null}>
            <Storyboard />
          </Suspense>
        )}
        {!isWide && <Progress />}
        <Notices />
      </main>
      {hasPanels && !hasSheet && <SideColumn />}
      {hasPanels && <TimeDock />}
      {!isWide && <BottomBar />}
      <OpenSheet />
      <LatestLine />
      {isDropping && <div className="drop-veil">{shellWords.labs.dropHere}</div>}
    </div>
  );
}

function LabStage() {
  const scene = useSteadyScene();
  const selection = useLab((lab) => lab.selection);
  const startAtMs = useLab((lab) => lab.startAtMs);
  const itemOfRecord = useLab((lab) => lab.inspection?.mark?.item ?? -1);
  const labId = useLab((lab) => lab.labId);
  useEffect(() => adoptOldPlaces(labId), [labId]);
  const isStill = useIsStill();
  if (scene === null) return null;
  return (
    <Stage
      scene={scene}
      live={live}
      selection={selection}
      itemOfRecord={itemOfRecord}
      onSelect={labActions.select}
      actions={stageActions}
      startAtMs={startAtMs}
      reducedMotion={isStill}
    />
  );
}

const close = (): void => openSheet(null);

function OpenSheet() {
  const sheet = usePanels((panels) => panels.sheet);
  return (
    <Suspense fallback={null}>
      {sheet === 'write' && <WriteSheet onClose={close} />}
      {sheet === 'bring' && <BringSheet onClose={close} />}
      {sheet === 'code' && <CodeSheet onClose={close} />}
      {sheet === 'settings' && <SettingsSheet onClose={close} />}
      {sheet === 'poison' && <PoisonSheet onClose={close} />}
      {sheet === 'console' && <Console onClose={close} />}
      {sheet === 'compare' && <CompareSheet onClose={close} />}
      {sheet === 'lanes' && <CompareRoom onClose={close} />}
      {sheet === 'share' && <ShareSheet onClose={close} />}
      {sheet === 'labs' && <LabsSheet onClose={close} />}
      {sheet === 'lessons' && <LessonsSheet onClose={close} />}
      {sheet === 'why' && <WhySheet onClose={close} />}
      {sheet === 'branches' && <BranchesSheet onClose={close} />}
      {sheet === 'keys' && <KeysSheet onClose={close} />}
      {sheet === 'find' && <FindSheet onClose={close} />}
      {sheet === 'time' && <TimeSheet onClose={close} />}
      {sheet === 'stretch' && <StretchList onClose={close} />}
      {sheet === 'log' && (
        <Sheet title={logPanelWords.title} onClose={close}>
          <LogPanel />
        </Sheet>
      )}
      {sheet === 'inspector' && (
        <Sheet title={inspectorWords.title} plain onClose={close}>
          <InspectorPanel />
        </Sheet>
      )}
    </Suspense>
  );
}
