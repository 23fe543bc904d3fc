import { useState } from 'react';
import { spokenLocale } from '../../projections/words/language.ts';
import type { ListedLab } from '../../runtime/storage/storage.ts';
import { NameForm } from '../parts/NameForm.tsx';
import { openKept } from '../toolbar/openLab.ts';
import { spokenTitle } from '../words/builtInLabs.ts';
import { labsWords as words } from '../words/labs.ts';
import { duplicateKept, exportKept, removeKept, renameKept } from './keptLabs.ts';

/** One lab of the list. */
export function KeptLab(props: { lab: ListedLab; isOpen: boolean; data: boolean }) {
  const { lab, isOpen, data } = props;
  const [isNaming, setNaming] = useState(false);
  const act = (action: keyof typeof words.actions, onClick: () => void) => (
    <button
      type="button"
      className="link"
      aria-label={words.actionOn(words.actions[action], spokenTitle(lab.title))}
      onClick={onClick}
    >
      {words.actions[action]}
    </button>
  );
  return (
    <li className="kept-lab" aria-current={isOpen ? 'true' : undefined}>
      {isNaming ? (
        <NameForm
          name={spokenTitle(lab.title)}
          words={words}
          onCancel={() => setNaming(false)}
          onName={async (title) => {
            if (await renameKept(lab, title)) setNaming(false);
          }}
        />
      ) : (
        <h3 className="kept-title">{spokenTitle(lab.title)}</h3>
      )}
      <p className="muted kept-about">{aboutOf(lab, isOpen).join(' · ')}</p>
      <p className="kept-actions">
        {!isOpen && act('open', () => void openKept(lab.labId))}
        {act('rename', () => setNaming(true))}
        {act('duplicate', () => void duplicateKept(lab))}
        {act('export', () => void exportKept(lab, data))}
        {act('remove', () => void removeKept(lab))}
      </p>
    </li>
  );
}

function aboutOf({ seed, commands, branches, changedAtMs }: ListedLab, isOpen: boolean): string[] {
  return [
    ...(isOpen ? [words.isOpen] : []),
    words.seed(seed),
    words.commands(commands),
    ...(branches > 1 ? [words.branches(branches)] : []),
    ...(isOpen || changedAtMs === undefined ? [] : [words.changed(dayAndTime(changedAtMs))]),
  ];
}

const dayAndTime = (ms: number): string =>
  new Date(ms).toLocaleString(spokenLocale(), { dateStyle: 'medium', timeStyle: 'short' });
