import '../../theme/fonts.css';
import '../../theme/tokens.css';
import '../../theme/base.css';
import '../teaching.css';
import './speaker.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../../language/languageChoice.ts';
import { startTheme } from '../../theme/themeChoice.ts';
import { SpeakerPage } from './SpeakerPage.tsx';

const here = { search: location.search, hash: '' };
startTheme(here);
void startLanguage(here).then(() => {
  createRoot(document.querySelector('#root')!).render(<SpeakerPage id={location.hash.slice(1)} />);
});
