import './storyboard.css';
import { useEffect, useRef, useState } from 'react';
import type { Card } from '../../projections/scene/scene.ts';
import { type StoryStep, waysInMotion } from '../../projections/storyboard.ts';
import { labActions, live, useLab } from '../../runtime/page/useLab.ts';
import { beginPending } from '../frameLoop.ts';
import { storyboardWords as words } from '../words/storyboard.ts';
import { StoryPanel } from './StoryPanel.tsx';

/** Steps that are shown. */
const STEPS = 24;

/** In place of motion: the latest steps as numbered panels, the newest at the right. */
export function Storyboard() {
  const scene = useLab((lab) => lab.scene);
  const now = useLab((lab) => lab.now);
  const steps = useSteps(scene);
  const list = useRef<HTMLOListElement>(null);
  const last = steps?.at(-1)?.entry;
  useEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, [last]);
  const cards: readonly Card[] = scene?.cards ?? [];
  return (
    <section className="storyboard" aria-labelledby="storyboard-title">
      <h2 id="storyboard-title" className="visually-hidden">
        {words.title}
      </h2>
      <InMotion at={now} cards={cards} />
      {steps === null || steps.length === 0 ? (
        <p className="storyboard-empty muted">{steps === null ? '' : words.empty}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        <ol ref={list} className="storyboard-steps" tabIndex={0} aria-label={words.steps}>
          {steps.map((step) => (
            <StoryPanel
              key={step.entry}
              step={step}
              at={now}
              cards={cards}
              isLast={step.entry === last}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** All that the moving picture would show in motion, counted: the steps tell of the latest alone. */
function InMotion({ at, cards }: { at: number; cards: readonly Card[] }) {
  const ways = waysInMotion(live.flights(), at, cards);
  return (
    <div className="board-now">
      <p className="board-number">
        {words.underWay(ways.reduce((sum, { records }) => sum + records, 0))}
      </p>
      {ways.length > 0 && (
        <dl tabIndex={0}>
          {ways.map(({ key, from, to, records }) => (
            <div key={key}>
              <dt>{words.fromTo(from, to)}</dt>
              <dd className="mono">{words.count(records)}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Asked anew with each scene; one question at a time, and the last one always. Null: not answered yet. */
function useSteps(scene: unknown): StoryStep[] | null {
  const [steps, setSteps] = useState<StoryStep[] | null>(null);
  const asking = useRef(false);
  const again = useRef(false);
  useEffect(() => {
    const ask = async (): Promise<void> => {
      if (asking.current) {
        again.current = true;
        return;
      }
      asking.current = true;
      const end = beginPending();
      try {
        setSteps(await labActions.story(STEPS));
      } catch {
        // no lab is open, or another one is being opened: its first scene asks anew
      } finally {
        end();
        asking.current = false;
      }
      if (again.current) {
        again.current = false;
        void ask();
      }
    };
    if (scene !== null) void ask();
  }, [scene]);
  return steps;
}
