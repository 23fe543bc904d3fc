import { useState } from 'react';
import { inspectorWords as words } from '../words/inspector.ts';
import { copyText } from './copyText.ts';

/** Copies a text, and says whether that worked. */
export function CopyButton({
  text,
  name: idle = words.copy,
}: {
  text: () => string | Promise<string>;
  name?: string;
}) {
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await copyText(text());
      setState('copied');
    } catch {
      setState('failed');
    }
    setTimeout(() => setState('idle'), 2_000);
  };
  const name = state === 'idle' ? idle : state === 'copied' ? words.copied : words.copyFailed;
  return (
    <button type="button" className="link copy-button" aria-live="polite" onClick={copy}>
      {name}
    </button>
  );
}
