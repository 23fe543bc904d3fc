/**
 * For development only: the stage with the fixture's moment, at any width, `?theme=light|dark`,
 * `&kinesis` for a
 * fuller lab, `&lab=orders&at=20&fault=Poison&item=order%2313` for a real one, `&play` to let a second go round, `&still` for reduced motion. Not part of the built site.
 */
import '../../theme/fonts.css';
import '../../theme/tokens.css';
import '../../theme/base.css';
import './stageGallery.css';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Scene, Selection } from '../../../projections/scene/scene.ts';
import type { LiveStage } from '../../../runtime/page/labStore.ts';
import { onFrame } from '../../frameLoop.ts';
import { Stage } from '../Stage.tsx';
import type { StageActions } from '../stageActions.ts';
import { kinesisScene } from './fixtureKinesis.ts';
import { fixtureAt, fixtureFlights, fixtureStartAtMs } from './fixtureRecords.ts';
import { fixtureScene } from './fixtureScene.ts';

const query = new URLSearchParams(location.search);
document.documentElement.dataset.theme = query.get('theme') ?? 'light';

let playhead = fixtureAt;
if (query.has('play')) {
  onFrame('clock', (_, elapsedMs) => {
    playhead += elapsedMs * 500;
    if (playhead > fixtureAt + 500_000) playhead = fixtureAt - 500_000;
    return true;
  });
}
let flights = fixtureFlights;
const live: LiveStage = { playhead: () => playhead, flights: () => flights };

function Gallery({ moment }: { moment: Scene }) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const [scene, setScene] = useState<Scene>(moment);
  const actions = useMemo<StageActions>(
    () => ({
      onWrite: (kind, _, on) => {
        if (kind === 'traffic') setScene((s) => withTraffic(s, on === true));
      },
      onFault: (target, kind, on) => setScene((s) => withFault(s, target, kind, on)),
      onCompare: () => setSelection(null),
    }),
    [],
  );
  return (
    <main className="gallery">
      <header className="gallery-caption">
        <h1>{scene.caption.title}</h1>
        <p className="muted">{scene.caption.detail}</p>
      </header>
      <Stage
        scene={scene}
        live={live}
        selection={selection}
        onSelect={setSelection}
        actions={actions}
        startAtMs={fixtureStartAtMs}
        reducedMotion={query.has('still')}
      />
    </main>
  );
}

const withTraffic = (scene: Scene, on: boolean): Scene => ({
  ...scene,
  cards: scene.cards.map((c) =>
    c.type === 'writers' ? { ...c, trafficPerSecond: on ? 20 : 0 } : c,
  ),
});

const withFault = (scene: Scene, target: string, kind: string, on: boolean): Scene => ({
  ...scene,
  cards: scene.cards.map((c) =>
    c.type === 'function' && c.logicalId === target
      ? {
          ...c,
          faults: [
            ...c.faults.filter((f) => f.kind !== kind),
            ...(on ? [{ kind, detail: '' }] : []),
          ],
        }
      : c,
  ),
});

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Gallery moment={await momentAsked()} />);

async function momentAsked(): Promise<Scene> {
  if (!query.has('lab')) return query.has('kinesis') ? kinesisScene : fixtureScene;
  const { momentOfLab } = await import('./galleryLab.ts');
  const moment = await momentOfLab(query);
  playhead = moment.scene.at;
  flights = moment.flights;
  return moment.scene;
}
