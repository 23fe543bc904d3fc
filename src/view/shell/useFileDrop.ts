import { useEffect, useState } from 'react';
import { bringFile, isItemFile } from '../bring/bringing.ts';
import { say } from '../notices/toasts.ts';
import { usePanels } from '../panels.ts';
import { openLabFile } from '../toolbar/openLab.ts';
import { shellWords } from '../words/shell.ts';

/** Items go into the sheet that brings them, when it is open or the file's name says so; Markdown is a lesson. */
function takeFile(file: File): void {
  if (/\.(?:md|markdown)$/iu.test(file.name)) {
    void import('../authoring/writeFile.ts').then(({ writeFile }) => writeFile(file));
    return;
  }
  const isBringing = usePanels.getState().sheet === 'bring';
  void (isBringing || isItemFile(file.name) ? bringFile(file) : openLabFile(file));
}

/** Opens a lab file, or brings the items of a file, that is dropped on the page. @returns whether one is held over it. */
export function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true;
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      const files = event.dataTransfer!.files;
      if (files.length > 1) say({ text: shellWords.labs.severalFiles, tone: 'bad' });
      else if (files[0] !== undefined) takeFile(files[0]);
    };
    addEventListener('dragover', onDragOver);
    addEventListener('dragleave', onDragLeave);
    addEventListener('drop', onDrop);
    return () => {
      removeEventListener('dragover', onDragOver);
      removeEventListener('dragleave', onDragLeave);
      removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
}
