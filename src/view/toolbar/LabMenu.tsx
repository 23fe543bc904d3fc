import { builtInLabs } from '../../lab/builtIn/index.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { openSheet } from '../panels.ts';
import { Menu } from '../parts/Menu.tsx';
import { bringingWords } from '../words/bringing.ts';
import { builtInLabWords, spokenTitle } from '../words/builtInLabs.ts';
import { labsWords } from '../words/labs.ts';
import { shellWords } from '../words/shell.ts';
import { LabFileButton } from './LabFileButton.tsx';
import { openBuiltIn } from './openLab.ts';

const words = shellWords.labs;

/** Which lab is open; the others, and a lab file of one's own. */
export function LabMenu() {
  const title = spokenTitle(useLab((lab) => lab.title));
  const labId = useLab((lab) => lab.labId);
  const seed = useLab((lab) => lab.seed);
  const [name] = labId.split('@');
  const label = (
    <>
      <span className="lab-title">{title}</span>
      <span aria-hidden="true" className="menu-arrow">
        ▾
      </span>
    </>
  );
  return (
    <Menu label={label} name={`${words.choose}: ${title}`} className="lab-button">
      {(close) => (
        <div className="lab-menu">
          <p className="kicker">{words.builtIn}</p>
          <ul>
            {builtInLabs.map((lab) => (
              <li key={lab.id}>
                <button
                  type="button"
                  className="menu-item"
                  aria-current={lab.id === name}
                  onClick={() => {
                    close();
                    void openBuiltIn(lab.id);
                  }}
                >
                  <strong>{builtInLabWords.titles[lab.id]}</strong>
                  {lab.id === name && <span className="muted"> · {words.seed(seed)}</span>}
                  <span className="menu-about">{builtInLabWords.summaries[lab.id]}</span>
                </button>
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button file-button"
            onClick={() => {
              close();
              openSheet('labs');
            }}
          >
            {labsWords.open}
          </button>
          <LabFileButton onChosen={close} />
          <p className="muted menu-note">{words.dropHint}</p>
          <button
            type="button"
            className="button file-button"
            onClick={() => {
              close();
              openSheet('bring');
            }}
          >
            {bringingWords.open}
          </button>
        </div>
      )}
    </Menu>
  );
}
