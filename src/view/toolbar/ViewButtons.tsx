import { toggleSheet, toggleSide, usePanels } from '../panels.ts';
import { useIsWide } from '../parts/useMedia.ts';
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
