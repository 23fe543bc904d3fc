import { Sheet } from '../parts/Sheet.tsx';
import { writingWords as words } from '../words/writing.ts';

/** Writes items. */
export default function WriteSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title={words.title} onClose={onClose}>
      <p />
    </Sheet>
  );
}
