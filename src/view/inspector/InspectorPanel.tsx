import { lazy, Suspense } from 'react';
import type { Inspection, Selection } from '../../projections/scene/scene.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { JsonTree } from '../parts/JsonTree.tsx';
import { MarkGlyph } from '../parts/MarkGlyph.tsx';
import { type Tab, Tabs } from '../parts/Tabs.tsx';
import { openSettings } from '../settings/settingsStore.ts';
import { sameSelection } from '../stage/stageActions.ts';
import { askWhy } from '../why/whyStore.ts';
import { codeWords } from '../words/code.ts';
import { inspectorWords as words } from '../words/inspector.ts';
import { settingsWords } from '../words/settings.ts';
import { whyPanelWords } from '../words/why.ts';
import { Figures } from './figures/FigureView.tsx';
import { IndexSearch } from './IndexSearch.tsx';
import { Story } from './Story.tsx';
import { Suggestions } from './Suggestions.tsx';

const CodeTab = lazy(() => import('./code/CodeTab.tsx'));

/** What is selected: its story, its JSON, the rules that acted on it, what would have helped. */
export function InspectorPanel() {
  const selection = useLab((lab) => lab.selection);
  const inspection = useLab((lab) => lab.inspection);
  const isCurrent = inspection !== null && sameSelection(inspection.selection, selection);
  return (
    <section className="panel inspector-panel" aria-labelledby="inspector-title">
      {selection === null ? (
        <Nothing />
      ) : isCurrent ? (
        <Inspected key={JSON.stringify(selection)} inspection={inspection} />
      ) : (
        <>
          <h2 id="inspector-title" className="visually-hidden">
            {words.title}
          </h2>
          <p className="panel-empty muted">{words.waiting}</p>
        </>
      )}
    </section>
  );
}

function Nothing() {
  return (
    <div className="inspector-nothing">
      <h2 id="inspector-title" className="panel-title">
        {words.title}
      </h2>
      <p className="muted">{words.hint}</p>
    </div>
  );
}

function Inspected({ inspection }: { inspection: Inspection }) {
  const { kindLabel, title, mark, selection } = inspection;
  return (
    <>
      <header className="inspector-header">
        <div className="inspector-name">
          <p className="kicker">{kindLabel}</p>
          <h2 id="inspector-title" className="inspector-title mono">
            {title}
            {mark !== null && <MarkGlyph mark={{ ...mark, label: '' }} title="" size={22} />}
          </h2>
        </div>
        <button
          type="button"
          className="link inspector-why"
          aria-label={whyPanelWords.askAbout(title)}
          onClick={() => void askWhy(selection)}
        >
          {whyPanelWords.ask}
        </button>
        <button
          type="button"
          className="link inspector-close"
          onClick={() => labActions.select(null)}
        >
          {words.close}
        </button>
      </header>
      {(selection.kind === 'mapping' || selection.kind === 'function') && (
        <button
          type="button"
          className="button inspector-settings"
          onClick={() => openSettings(selection)}
        >
          {settingsWords.open}
        </button>
      )}
      {selection.kind === 'target' && <IndexSearch target={selection.target} />}
      <Tabs tabs={tabsOf(inspection)} label={words.tabsOf(title)} />
    </>
  );
}

function tabsOf(inspection: Inspection): Tab[] {
  const { story, figures, related, json, rules, title, selection } = inspection;
  const hasStory = story.length > 0 || figures.length === 0;
  const storyTab: Tab = {
    id: 'story',
    name: words.tabs.story,
    content: () => (
      <>
        {(story.length > 0 || related.length === 0) && <Story steps={story} />}
        <Suggestions suggestions={inspection.suggestions} />
        <Related related={related} />
      </>
    ),
  };
  const figuresTab: Tab = {
    id: 'figures',
    name: words.tabs.figures,
    content: () => (
      <>
        {!hasStory && <Suggestions suggestions={inspection.suggestions} />}
        <Figures figures={figures} />
        {!hasStory && <Related related={related} />}
      </>
    ),
  };
  const jsonTab: Tab = {
    id: 'json',
    name: words.tabs.json,
    content: () => <JsonTree json={json} label={`${title}, JSON`} />,
  };
  const rulesTab: Tab = {
    id: 'rules',
    name: words.tabs.rules,
    content: () => <Rules rules={rules} />,
  };
  const first = [...(hasStory ? [storyTab] : []), ...(figures.length > 0 ? [figuresTab] : [])];
  // A bus is its rules, and an on-failure destination its documents, before it is what came to it.
  if (selection.kind === 'target') first.reverse();
  return [
    ...first,
    ...(selection.kind === 'function' ? [codeTab(selection.function)] : []),
    jsonTab,
    rulesTab,
  ];
}

const codeTab = (number: number): Tab => ({
  id: 'code',
  name: codeWords.tab,
  content: () => (
    <Suspense fallback={<p className="muted">{codeWords.loading}</p>}>
      <CodeTab number={number} />
    </Suspense>
  ),
});

function Rules({ rules }: { rules: Inspection['rules'] }) {
  if (rules.length === 0) return <p className="muted">{words.noRules}</p>;
  return (
    <dl className="rules">
      {rules.map(({ id, text, provenance }) => (
        <div key={id} className="rule">
          <dt className="mono">{id}</dt>
          <dd>
            {text}
            <span className="muted rule-source">{words.provenance(provenance)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Related({ related }: { related: { text: string; selection: Selection }[] }) {
  if (related.length === 0) return null;
  return (
    <section className="related">
      <h3 className="kicker">{words.related}</h3>
      <ul>
        {related.map(({ text, selection }) => (
          <li key={`${text} ${JSON.stringify(selection)}`}>
            <button type="button" className="link" onClick={() => labActions.select(selection)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
