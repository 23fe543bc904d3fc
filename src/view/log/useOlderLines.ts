import { useCallback, useMemo, useRef, useState } from 'react';
import type { LogLine } from '../../projections/scene/scene.ts';
import { labActions, useLab } from '../../runtime/page/useLab.ts';
import { useCalm } from './useCalm.ts';

const AT_ONCE = 200;
/** Every line that is new is measured: more often than this nobody could read them. */
const SHOWN_EVERY_MS = 300;
/** A page of older lines counts from here on as the log's beginning when it comes back empty. */
const NONE: LogLine[] = [];

/** The store's lines with those that were scrolled back to before them. */
export function useOlderLines(): {
  lines: LogLine[];
  loadOlder: () => void;
  isLoading: boolean;
} {
  const log = useCalm(
    useLab((lab) => lab.log),
    SHOWN_EVERY_MS,
  );
  const labId = useLab((lab) => lab.labId);
  const [older, setOlder] = useState({ labId, lines: NONE });
  const [isLoading, setLoading] = useState(false);
  const busy = useRef(false);
  const first = log[0]?.entry ?? 0;
  const isOurs = older.labId === labId && (older.lines.at(-1)?.entry ?? -1) < first;
  const before = isOurs ? older.lines : NONE;
  const lines = useMemo(() => (before.length === 0 ? log : [...before, ...log]), [before, log]);
  const earliest = lines[0]?.entry ?? 0;

  const loadOlder = useCallback(() => {
    if (busy.current || earliest === 0) return;
    busy.current = true;
    setLoading(true);
    labActions
      .olderLog(earliest, AT_ONCE)
      .then((found) => {
        if (found.length > 0) setOlder({ labId, lines: [...found, ...before] });
      })
      .catch(() => {}) // the lab was closed meanwhile: there is nothing to add
      .finally(() => {
        busy.current = false;
        setLoading(false);
      });
  }, [earliest, before, labId]);
  return { lines, loadOlder, isLoading };
}
