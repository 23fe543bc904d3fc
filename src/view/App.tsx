import { useLab } from '../runtime/useLab.ts';

/** The page. */
export function App() {
  const title = useLab((lab) => lab.scene?.caption.title ?? lab.title);
  return (
    <main>
      <h1>{title}</h1>
    </main>
  );
}
