import { Menu } from '../parts/Menu.tsx';
import { setTheme, themes, useTheme } from '../theme/themeChoice.ts';
import { shellWords } from '../words/shell.ts';

const words = shellWords.views;

/** Light, dark, or like the system. */
export function ThemeMenu() {
  const { theme } = useTheme();
  return (
    <Menu label={<HalfMoon />} name={`${words.theme}: ${words.themes[theme]}`} align="end">
      {(close) => (
        <ul>
          {themes.map((choice) => (
            <li key={choice}>
              <button
                type="button"
                className="menu-item"
                aria-pressed={choice === theme}
                onClick={() => {
                  setTheme(choice);
                  close();
                }}
              >
                {words.themes[choice]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Menu>
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
