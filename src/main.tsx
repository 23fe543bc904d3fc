import './view/theme/fonts.css';
import './view/theme/tokens.css';
import './view/theme/base.css';
import './view/shell/shell.css';
import { createRoot } from 'react-dom/client';
import { connectFrames, startLab, tick } from './runtime/useLab.ts';
import { App } from './view/App.tsx';
import { onFrame, requestFrame } from './view/frameLoop.ts';
import { startTheme } from './view/theme/themeChoice.ts';

startTheme(location);
connectFrames(requestFrame);
onFrame('clock', tick);
createRoot(document.querySelector('#root')!).render(<App />);
void startLab(location);
