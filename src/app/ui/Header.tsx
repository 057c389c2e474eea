/** The bar above every screen: where home is, another file, the theme, the list of keys. */
import { useView, type Theme } from "../state/view.ts";
import { FileButton } from "../input/FileButton.tsx";
import { Icon, Logo, type IconName } from "./Icon.tsx";

interface HeaderProps {
  readonly onFiles: (files: readonly File[]) => void;
  readonly onShowKeys: () => void;
}

export function Header({ onFiles, onShowKeys }: HeaderProps) {
  const isLanding = useView((view) => view.route.screen.kind === "landing");
  return (
    <header className="header">
      <a className="button skip" href="#content" onClick={skipToContent}>
        Skip to content
      </a>
      <div className="page header-row">
        <a className="brand" href="#/">
          <Logo />
          <span>Wheelscope</span>
        </a>
        <div className="header-tools">
          <FileButton className={`button ${isLanding ? "unseen-on-landing" : ""}`} onFiles={onFiles}>
            <Icon name="file" />
            <span>Open another wheel</span>
          </FileButton>
          <button type="button" className="button quiet square" onClick={onShowKeys}>
            <Icon name="keys" />
            <span className="unseen">Keyboard shortcuts</span>
          </button>
          <ThemeSwitch />
        </div>
      </div>
    </header>
  );
}

/** The address is ours (hash routes), so the jump is made by hand. */
function skipToContent(event: React.MouseEvent): void {
  event.preventDefault();
  const content = document.getElementById("content");
  content?.setAttribute("tabindex", "-1");
  content?.focus();
}

const themes: readonly { readonly theme: Theme; readonly icon: IconName; readonly label: string }[] = [
  { theme: "system", icon: "screen", label: "As the system" },
  { theme: "light", icon: "sun", label: "Light" },
  { theme: "dark", icon: "moon", label: "Dark" },
];

function ThemeSwitch() {
  const theme = useView((view) => view.theme);
  const setTheme = useView((view) => view.setTheme);
  return (
    <fieldset className="theme-switch">
      <legend className="unseen">Colours</legend>
      {themes.map((choice) => (
        <label key={choice.theme} title={choice.label}>
          <input
            type="radio"
            name="theme"
            className="unseen"
            checked={theme === choice.theme}
            onChange={() => setTheme(choice.theme)}
          />
          <Icon name={choice.icon} />
          <span className="unseen">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
