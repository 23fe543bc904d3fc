import './view/theme/fonts.css';
import './view/theme/tokens.css';
import './view/theme/base.css';
import './view/shell/shell.css';
import { startTransition } from 'react';
import { connectFrames, startLab, tick } from './runtime/page/useLab.ts';
import { beginPending, onFrame, requestFrame } from './view/frameLoop.ts';
import { startLanguage } from './view/language/languageChoice.ts';
import { startTheme } from './view/theme/themeChoice.ts';

startTheme(location);
// Whatever is said, and by workers too, is said in the page's language, so that comes first.
void startLanguage(location).then(() => {
  connectFrames(requestFrame, beginPending);
  onFrame('clock', tick);
  void startLab(location); // the worker sets out while the page is still being made
  void show();
});

/** What makes the page begins in parts, each a task of its own, so that none is long. */
async function show(): Promise<void> {
  const { createRoot } = await import('react-dom/client');
  await nextTask();
  const { App } = await import('./view/App.tsx');
  await nextTask();
  const root = createRoot(document.querySelector('#root')!);
  startTransition(() => root.render(<App />));
}

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
