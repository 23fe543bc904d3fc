import { useEffect, useState } from 'react';
import { openSheet, toggleSheet, usePanels } from '../panels.ts';
import { Menu } from '../parts/Menu.tsx';
import { useIsWide, useWidth } from '../parts/useMedia.ts';
import {
  toggleFullScreen,
  toggleMotion,
  togglePresenting,
  useIsStill,
  useStageView,
} from '../stage/stageView.ts';
import { sharingWords } from '../words/sharing.ts';
import { shellWords } from '../words/shell.ts';
import { toggleView, type ViewChoice, viewChoices } from './views.ts';

const words = shellWords.views;

/** Opens what can be seen besides the stage: what there is room for, and the rest under “More”. */
export function ViewButtons() {
  const isWide = useIsWide();
  const width = useWidth();
  const panels = usePanels();
  const isPresenting = useStageView((view) => view.isPresenting);
  const isOn = ({ sheet, side }: ViewChoice): boolean =>
    side !== undefined && isWide
      ? panels[side] && panels.sheet === null && !isPresenting
      : panels.sheet === sheet;
  const inBar = viewChoices.filter(({ barFrom }) => width >= barFrom);
  const inMenu = viewChoices.filter(({ barFrom }) => width < barFrom);
  return (
    <>
      {inBar.map((view) => (
        <View
          key={view.sheet}
          name={view.name}
          on={isOn(view)}
          onClick={() => toggleView(view, isWide)}
        />
      ))}
      {!isWide && (
        <View name={words.time} on={panels.sheet === 'time'} onClick={() => toggleSheet('time')} />
      )}
      <Menu
        label={
          <>
            {words.more}
            <span aria-hidden="true" className="menu-arrow">
              ▾
            </span>
          </>
        }
        className="view-button"
        align="end"
        upwards={!isWide}
      >
        {(close) => (
          <ul className="more-menu">
            {inMenu.map((view) => (
              <MoreItem
                key={view.sheet}
                view={view}
                on={isOn(view)}
                onClick={() => {
                  close();
                  if (isOn(view)) openSheet(null);
                  else toggleView(view, isWide);
                }}
              />
            ))}
            <StageWays close={close} />
            <EmbedItem close={close} />
          </ul>
        )}
      </Menu>
    </>
  );
}

/** How the stage is shown. */
function StageWays({ close }: { close: () => void }) {
  const isPresenting = useStageView((view) => view.isPresenting);
  const isStill = useIsStill();
  const ways = [
    { name: words.storyboard, key: 'M', on: isStill, toggle: toggleMotion },
    { name: words.present, key: 'P', on: isPresenting, toggle: togglePresenting },
    {
      name: words.fullScreen,
      key: 'W',
      on: document.fullscreenElement !== null,
      toggle: toggleFullScreen,
    },
  ];
  return ways.map(({ name, key, on, toggle }) => (
    <MoreItem
      key={key}
      view={{ name, key }}
      on={on}
      onClick={() => {
        close();
        toggle();
      }}
    />
  ));
}

/** To the page on which this lab is put into another page. Who clicks before its address is known waits. */
function EmbedItem({ close }: { close: () => void }) {
  const [address] = useState(embeddingAddress);
  const [href, setHref] = useState<string>();
  useEffect(() => {
    let isWanted = true;
    void address.then((known) => isWanted && setHref(known));
    return () => {
      isWanted = false;
    };
  }, [address]);
  return (
    <li>
      <a
        className="menu-item"
        href={href ?? 'embedding.html'}
        target="_blank"
        rel="noopener"
        onClick={(event) => {
          close();
          if (href !== undefined) return;
          event.preventDefault();
          void address.then((known) => open(known, '_blank', 'noopener'));
        }}
      >
        {sharingWords.moreEmbed}
      </a>
    </li>
  );
}

async function embeddingAddress(): Promise<string> {
  const { shareLink } = await import('../share/shareLink.ts');
  const choices = { atThisInstant: true, withSpeed: false };
  return (await shareLink(location.href, choices)).embedding;
}

function MoreItem(props: {
  view: Pick<ViewChoice, 'name' | 'key'>;
  on: boolean;
  onClick: () => void;
}) {
  const { view, on, onClick } = props;
  return (
    <li>
      <button
        type="button"
        className="menu-item menu-item-pair"
        aria-pressed={on}
        aria-keyshortcuts={view.key}
        onClick={onClick}
      >
        <span>{view.name}</span>
        <span aria-hidden="true">
          <kbd>{view.key}</kbd>
        </span>
      </button>
    </li>
  );
}

/** The lab as a link: a sign without words beside the theme's. */
export function ShareButton() {
  const isOpen = usePanels((panels) => panels.sheet === 'share');
  return (
    <button
      type="button"
      className="menu-button"
      aria-label={sharingWords.open}
      title={sharingWords.title}
      aria-pressed={isOpen}
      onClick={() => toggleSheet('share')}
    >
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <path
          d="M9 11V2.500M5.500 5.500L9 2l3.500 3.500M3.500 9v6h11V9"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.500"
        />
      </svg>
    </button>
  );
}

function View(props: { name: string; on: boolean; onClick: () => void }) {
  return (
    <button type="button" className="view-button" aria-pressed={props.on} onClick={props.onClick}>
      {props.name}
    </button>
  );
}
