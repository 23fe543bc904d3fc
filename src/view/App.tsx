import { useSyncExternalStore } from 'react';
import { labActions, live, useLab } from '../runtime/useLab.ts';
import { Stage } from './stage/Stage.tsx';

/** The page. */
export function App() {
  const scene = useLab((lab) => lab.scene);
  const selection = useLab((lab) => lab.selection);
  const startAtMs = useLab((lab) => lab.startAtMs);
  const playing = useLab((lab) => lab.playing);
  const reducedMotion = useReducedMotion();
  if (scene === null) return <main aria-busy="true" />;
  return (
    <main>
      <h1>{scene.caption.title}</h1>
      <p>{scene.caption.detail}</p>
      <button type="button" onClick={playing ? labActions.pause : labActions.play}>
        {playing ? 'Pause' : 'Play'}
      </button>
      <Stage
        scene={scene}
        live={live}
        selection={selection}
        onSelect={labActions.select}
        actions={{ onWrite() {}, onFault() {}, onCompare() {} }}
        startAtMs={startAtMs}
        reducedMotion={reducedMotion}
      />
    </main>
  );
}

const lessMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

function useReducedMotion(): boolean {
  return useSyncExternalStore(
    (changed) => {
      lessMotion.addEventListener('change', changed);
      return () => lessMotion.removeEventListener('change', changed);
    },
    () => lessMotion.matches,
  );
}
