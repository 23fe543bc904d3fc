import { useLab } from '../../../runtime/page/useLab.ts';
import { Sheet } from '../../parts/Sheet.tsx';
import { codeWords as words } from '../../words/code.ts';
import CodeTab from './CodeTab.tsx';

/** The code of the function that is selected, with the whole height of the page. */
export default function CodeSheet({ onClose }: { onClose: () => void }) {
  const selection = useLab((lab) => lab.selection);
  const definition = useLab((lab) => lab.definition);
  if (selection?.kind !== 'function') return null;
  const name = definition?.functions[selection.function]?.name ?? '';
  return (
    <Sheet title={words.tab} kicker={name} wide onClose={onClose}>
      <CodeTab key={selection.function} number={selection.function} isAlone />
    </Sheet>
  );
}
