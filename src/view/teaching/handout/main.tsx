import '../../theme/fonts.css';
import '../../theme/tokens.css';
import '../../theme/base.css';
import '../../lessons/lessons.css';
import './handout.css';
import { createRoot } from 'react-dom/client';
import { startLanguage } from '../../language/languageChoice.ts';
import { HandoutPage } from './HandoutPage.tsx';

// Paper is white, whatever the theme.
void startLanguage(location).then(() => {
  const lesson = new URLSearchParams(location.search).get('lesson') ?? '';
  createRoot(document.querySelector('#root')!).render(<HandoutPage id={lesson} />);
});
