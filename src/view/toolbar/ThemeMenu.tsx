import { spokenLanguage } from '../../projections/words/language.ts';
import { languages, nameOfLanguage, setLanguage } from '../language/languageChoice.ts';
import { Menu } from '../parts/Menu.tsx';
import { setTheme, themes, useTheme } from '../theme/themeChoice.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.views;

/** Light, dark, or like the system; and in which language. */
export function ThemeMenu() {
  const { theme } = useTheme();
  return (
    <Menu label={<HalfMoon />} name={words.themeAndLanguage(words.themes[theme])} align="end">
      {(close) => (
        <>
          <Choices
            title={words.theme}
            choices={themes.map((theme) => ({ id: theme, name: words.themes[theme] }))}
            chosen={theme}
            onChoose={(theme) => {
              setTheme(theme);
              close();
            }}
          />
          <Choices
            title={words.language}
            choices={languages.map((id) => ({ id, name: nameOfLanguage[id], lang: id }))}
            chosen={spokenLanguage()}
            onChoose={setLanguage}
          />
        </>
      )}
    </Menu>
  );
}

function Choices<Id extends string>(props: {
  title: string;
  choices: readonly { id: Id; name: string; lang?: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const { title, choices, chosen, onChoose } = props;
  return (
    <>
      <p className="kicker menu-kicker" aria-hidden="true">
        {title}
      </p>
      <ul aria-label={title}>
        {choices.map(({ id, name, lang }) => (
          <li key={id}>
            <button
              type="button"
              className="menu-item"
              lang={lang}
              aria-pressed={id === chosen}
              onClick={() => onChoose(id)}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function HalfMoon() {
  return (
    <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.500" />
      <path d="M9 2a7 7 0 0 0 0 14z" fill="currentColor" />
    </svg>
  );
}
