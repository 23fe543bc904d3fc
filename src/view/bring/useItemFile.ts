import { useEffect, useState } from 'react';
import type { KeySchema } from '../../engine/item/key.ts';
import { type ItemFile, itemFileReading } from '../../lab/items/itemFile.ts';
import { nextTurn } from './nextTurn.ts';

/** Longer than this at a stretch is not read, ms: the stage goes on meanwhile. */
const SLICE_MS = 8;
/** After a key was pressed. */
const WAIT_MS = 120;

export interface Reading {
  /** 0 to 1. */
  part: number;
  file: ItemFile | null;
}

/** Reads items from a text, a slice at a time; begins again whenever something changes. */
export function useItemFile(text: string, schema: KeySchema, csvNumbers: boolean): Reading {
  const [reading, setReading] = useState<Reading>({ part: 0, file: null });
  useEffect(() => {
    let isWanted = true;
    setReading({ part: 0, file: null });
    const read = async (): Promise<void> => {
      const steps = itemFileReading(text, schema, { csvNumbers });
      for (;;) {
        const until = performance.now() + SLICE_MS;
        let step = steps.next();
        while (!step.done && performance.now() < until) step = steps.next();
        if (!isWanted) return;
        if (step.done) return setReading({ part: 1, file: step.value });
        setReading({ part: step.value, file: null });
        await nextTurn();
        if (!isWanted) return;
      }
    };
    const timer = setTimeout(() => void read(), WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, schema, csvNumbers]);
  return reading;
}
