import { useEffect } from 'react';
import { readAddress } from '../../runtime/page/address.ts';
import { useTaking } from '../lessons/taking.ts';
import { practiceWords as words } from '../words/practice.ts';
import { PracticeHome } from './PracticeHome.tsx';
import { PracticePanel } from './PracticePanel.tsx';
import { PracticeResults } from './PracticeResults.tsx';
import { openPractice, usePractising } from './practising.ts';
import './practice.css';

/** The exam practice: what there is to practise, the question that is asked, or how it went. */
export default function PracticeBody() {
  const { questions, session, notice } = usePractising();
  const taken = useTaking((taking) => taking.taken);
  useEffect(() => {
    const { practice, seed } = readAddress(location.search, location.hash);
    const isAsking = usePractising.getState().session !== null;
    void openPractice(isAsking || practice === undefined ? null : { id: practice, seed });
  }, []);
  return (
    <div className="practice">
      <p role="status" className={notice === null ? undefined : 'practice-notice'}>
        {notice}
      </p>
      {questions === null ? (
        <p className="muted">{words.loading}</p>
      ) : session?.isOver === true && !session.isReview ? (
        <PracticeResults session={session} />
      ) : session !== null && taken !== null ? (
        <PracticePanel session={session} taken={taken} />
      ) : (
        <PracticeHome questions={questions} />
      )}
    </div>
  );
}
