import { toggleSheet, toggleSide, usePanels } from '../panels.ts';
import { useIsWide } from '../parts/useMedia.ts';
import { sharingWords } from '../words/sharing.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.views;

/** Opens what can be seen besides the stage. */
export function ViewButtons() {
  const isWide = useIsWide();
  const { sheet, log, inspector } = usePanels();
  return (
    <>
      <View name={words.write} on={sheet === 'write'} onClick={() => toggleSheet('write')} />
      <View name={words.console} on={sheet === 'console'} onClick={() => toggleSheet('console')} />
      <View name={words.compare} on={sheet === 'compare'} onClick={() => toggleSheet('compare')} />
      <View
        name={words.branches}
        on={sheet === 'branches'}
        onClick={() => toggleSheet('branches')}
      />
      <View
        name={words.inspector}
        on={isWide ? inspector && sheet === null : sheet === 'inspector'}
        onClick={() => toggleSide('inspector', isWide)}
      />
      <View
        name={words.log}
        on={isWide ? log && sheet === null : sheet === 'log'}
        onClick={() => toggleSide('log', isWide)}
      />
      {!isWide && (
        <View name={words.more} on={sheet === 'time'} onClick={() => toggleSheet('time')} />
      )}
    </>
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

/** The list of keys. */
export function KeysButton() {
  const isOpen = usePanels((panels) => panels.sheet === 'keys');
  return <View name={words.keys} on={isOpen} onClick={() => toggleSheet('keys')} />;
}

function View(props: { name: string; on: boolean; onClick: () => void }) {
  return (
    <button type="button" className="view-button" aria-pressed={props.on} onClick={props.onClick}>
      {props.name}
    </button>
  );
}
