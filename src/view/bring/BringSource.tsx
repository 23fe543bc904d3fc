import { type ClipboardEvent, useState } from 'react';
import { bringingWords as words } from '../words/bringing.ts';
import { bringFile, LONG_PASTE, useBringing } from './bringing.ts';

/** Where the items come from: a field to paste into, a file, or what was brought already. */
export function BringSource() {
  const file = useBringing((bringing) => bringing.file);
  if (file !== null) {
    return (
      <p className="bring-file">
        <span className="mono">{words.source(file.name, words.size(file.text.length))}</span>
        <button type="button" className="link" onClick={() => useBringing.setState({ file: null })}>
          {words.clear}
        </button>
      </p>
    );
  }
  return <OpenField />;
}

function OpenField() {
  const typed = useBringing((bringing) => bringing.typed);
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files can be chosen by keyboard as well
    <div
      className={isOver ? 'bring-source is-over' : 'bring-source'}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={() => setOver(false)}
    >
      <p className="muted">{words.about}</p>
      <textarea
        className="field mono bring-text"
        aria-label={words.paste}
        placeholder={words.pasteHint}
        spellCheck={false}
        rows={6}
        value={typed}
        onChange={(event) => useBringing.setState({ typed: event.target.value })}
        onPaste={takeLongPaste}
      />
      <p className="bring-pick">
        <label className="button file-button">
          {words.pick}
          <input
            type="file"
            className="visually-hidden"
            accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt,.gz"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (chosen !== undefined) void bringFile(chosen);
              event.target.value = '';
            }}
          />
        </label>
        <span className="muted">{words.dropHint}</span>
      </p>
    </div>
  );
}

function takeLongPaste(event: ClipboardEvent): void {
  const text = event.clipboardData.getData('text/plain');
  if (text.length < LONG_PASTE) return;
  event.preventDefault();
  useBringing.setState({ file: { name: words.pasted, text } });
}
