import { shellWords } from '../words/shell.ts';
import { openLabFile } from './openLab.ts';

/** Opens a lab file from the disk. */
export function LabFileButton({ onChosen = () => {} }: { onChosen?: () => void }) {
  return (
    <label className="file-button button">
      {shellWords.labs.openFile}
      <input
        type="file"
        className="visually-hidden"
        accept=".yaml,.yml,.json,.template"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          onChosen();
          if (file !== undefined) void openLabFile(file);
        }}
      />
    </label>
  );
}
