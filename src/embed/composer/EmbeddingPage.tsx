import { useEffect, useState } from 'react';
import { Logo } from '../../view/parts/Logo.tsx';
import { shellWords } from '../../view/words/shell.ts';
import { Composer } from './Composer.tsx';
import type { ComposedLab } from './composedLab.ts';
import { composerWords as words } from './composerWords.ts';
import { compositionHash, readComposition } from './composition.ts';
import { Examples } from './Examples.tsx';
import type { EmbedChoices } from './embedCode.ts';
import { Reference } from './Reference.tsx';
import { Result } from './Result.tsx';

/** The page on which an embed is put together by clicking, alive beside its choices, and explained. */
export function EmbeddingPage() {
  const { choices, complaints, choose } = useComposition();
  const { lab, trouble } = useComposedLab(choices.lab);
  return (
    <div className="embedding">
      <header className="embedding-head">
        <Logo />
        <strong className="product">{shellWords.product}</strong>
        <a className="link" href="./">
          {words.back}
        </a>
      </header>
      <main className="embedding-main">
        <h1>{words.title}</h1>
        <p className="embedding-about">{words.about}</p>
        {[...complaints, ...(trouble === null ? [] : [trouble])].map((text) => (
          <p key={text} role="alert" className="tone-bad">
            {text}
          </p>
        ))}
        <div className="embedding-columns">
          <Composer choices={choices} ids={lab?.ids ?? []} onChange={choose} />
          <Result choices={choices} lab={lab} trouble={trouble} />
        </div>
        <Examples />
        <Reference />
      </main>
    </div>
  );
}

/** The choices stand in the page's own address, so that they can be kept and sent. */
function useComposition() {
  const [composition, setComposition] = useState(() => readComposition(location.hash));
  useEffect(() => {
    const onHash = (): void => setComposition(readComposition(location.hash));
    addEventListener('hashchange', onHash);
    return () => removeEventListener('hashchange', onHash);
  }, []);
  const choose = (more: Partial<EmbedChoices>): void => {
    const choices = { ...composition.choices, ...more };
    setComposition({ choices, complaints: [] });
    history.replaceState(null, '', compositionHash(choices));
  };
  return { ...composition, choose };
}

function useComposedLab(lab: EmbedChoices['lab']) {
  const wanted = JSON.stringify(lab);
  const [state, setState] = useState<{
    of: string;
    lab: ComposedLab | null;
    trouble: string | null;
  }>({ of: '', lab: null, trouble: null });
  useEffect(() => {
    let isWanted = true;
    const tell = (lab: ComposedLab | null, trouble: string | null): void => {
      if (isWanted) setState({ of: wanted, lab, trouble });
    };
    void import('./composedLab.ts')
      .then(({ composedLab }) => composedLab(JSON.parse(wanted)))
      .then(
        (read) => tell(read, null),
        (error: Error) => tell(null, error.message),
      );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return state.of === wanted ? state : { lab: null, trouble: null };
}
