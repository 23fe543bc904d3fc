import { builtInLab } from '../../lab/builtIn/index.ts';
import { useLab } from '../../runtime/page/useLab.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { consoleWords as words } from '../words/console.ts';
import { CommandPrompt } from './CommandPrompt.tsx';
import { clearConsole, useConsole } from './consoleStore.ts';
import './console.css';
import { Transcript } from './Transcript.tsx';
import { useKnownNames } from './useKnownNames.ts';

/** AWS's command line over the lab. */
export default function Console({ onClose }: { onClose: () => void }) {
  const answered = useConsole(({ entries }) => entries.filter(({ outcome }) => outcome).length);
  const known = useKnownNames(answered);
  return (
    <Sheet title={words.title} wide onClose={onClose}>
      <div className="console">
        <p className="muted">{words.intro}</p>
        <Tries />
        <Transcript />
        <div className="console-dock">
          <CommandPrompt known={known} />
          <div className="console-foot">
            <p className="muted">{words.keys}</p>
            {answered > 0 && (
              <button type="button" className="link" onClick={clearConsole}>
                {words.clear}
              </button>
            )}
          </div>
        </div>
      </div>
    </Sheet>
  );
}

/** Commands that the lab was made for; a click writes one into the prompt. */
function Tries() {
  const labId = useLab((lab) => lab.labId);
  const tries = builtInLab(labId)?.tries ?? [];
  if (tries.length === 0) return null;
  return (
    <section className="tries" aria-label={words.try}>
      <h3 className="kicker">{words.try}</h3>
      {tries.map((command) => (
        <button
          key={command}
          type="button"
          className="try mono"
          onClick={() => useConsole.setState({ draft: command })}
        >
          {command}
        </button>
      ))}
    </section>
  );
}
