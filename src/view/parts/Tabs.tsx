import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';

export interface Tab {
  id: string;
  name: string;
  content: () => ReactNode;
}

/** Tabs by the book: arrow keys move between them, the panel follows. */
export function Tabs(props: {
  tabs: readonly Tab[];
  label: string;
  /** Id of the tab that is open at first; of the first one by default. */
  first?: string;
}) {
  const { tabs, label } = props;
  const [chosen, setChosen] = useState(props.first ?? tabs[0]!.id);
  const base = useId();
  const current = tabs.find((tab) => tab.id === chosen) ?? tabs[0]!;
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(current) + step + tabs.length) % tabs.length]!;
    setChosen(next.id);
    document.getElementById(`${base}${next.id}`)?.focus();
  };
  return (
    <>
      <div className="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown} tabIndex={-1}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${base}${tab.id}`}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === current}
            aria-controls={`${base}panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => setChosen(tab.id)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      <div
        id={`${base}panel`}
        role="tabpanel"
        className="tab-panel"
        aria-labelledby={`${base}${current.id}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
      >
        {current.content()}
      </div>
    </>
  );
}
