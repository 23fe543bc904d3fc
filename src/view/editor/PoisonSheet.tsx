import { Sheet } from '../parts/Sheet.tsx';
import { writingWords } from '../words/writing.ts';
import { poisonAnother, poisonedFunction } from './faults.ts';
import { ItemPicker } from './ItemPicker.tsx';
import { tableBehind } from './tables.ts';

const words = writingWords.faults;

/** Chooses another item to poison. */
export default function PoisonSheet({ onClose }: { onClose: () => void }) {
  const target = poisonedFunction();
  const table = target === null ? null : tableBehind(target);
  return (
    <Sheet title={words.poisonTitle} onClose={onClose}>
      <p className="muted">{words.poisonAbout}</p>
      {target !== null && table !== null && (
        <ItemPicker
          table={table}
          chosen={null}
          onChoose={({ label }) => {
            onClose();
            void poisonAnother(target, label);
          }}
        />
      )}
    </Sheet>
  );
}
