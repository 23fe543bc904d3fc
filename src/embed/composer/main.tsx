import '../../view/theme/fonts.css';
import '../../view/theme/tokens.css';
import '../../view/theme/base.css';
import '../../view/shell/shell.css';
import './composer.css';
import { createRoot } from 'react-dom/client';
import { EmbeddingPage } from './EmbeddingPage.tsx';

createRoot(document.querySelector('#root')!).render(<EmbeddingPage />);
