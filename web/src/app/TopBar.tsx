/** The bar above every screen: whose data these are, finding a customer, commands, theme, help. */
import { type Ref, useState } from "react";
import { useNavigate } from "react-router";
import { IconButton } from "~/ui/Button";
import { Menu } from "~/ui/Menu";
import { Named } from "~/ui/Named";
import { SearchField } from "~/ui/SearchField";
import { useSmallWindow } from "~/ui/useSmallWindow";
import { words } from "~/words";
import { moment } from "~/words/format";
import { Logo } from "./Logo";
import { setTheme, THEME_ICONS, THEMES, type Theme, useTheme } from "./theme";
import type { WorkspaceFacts } from "./workspace";
import "./TopBar.css";

export interface TopBarProps {
  workspace: WorkspaceFacts;
  searchRef: Ref<HTMLInputElement>;
  onCommands: () => void;
  onHelp: () => void;
}

export function TopBar({ workspace, searchRef, onCommands, onHelp }: TopBarProps) {
  return (
    <header className="app-top">
      <a className="app-top-brand" href="/" aria-label={words.app.name}>
        <Logo size={24} />
      </a>
      <div className="app-workspace">
        <span className="app-workspace-name">
          <Named>{workspace.name}</Named>
        </span>
        <span className="app-workspace-built">
          {workspace.view ? words.app.builtAt(moment(workspace.view.built_at)) : words.app.notBuilt}
        </span>
      </div>
      <Find inputRef={searchRef} />
      <div className="app-top-tools">
        <IconButton icon="command" label={words.app.openCommands} onPress={onCommands} />
        <span className="app-top-theme">
          <ThemeMenu />
        </span>
        <span className="app-top-help">
          <IconButton icon="keyboard" label={words.app.keyboard.open} onPress={onHelp} />
        </span>
      </div>
    </header>
  );
}

/** Any identifier leads to the customers that have it. */
function Find({ inputRef }: { inputRef: Ref<HTMLInputElement> }) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const isSmall = useSmallWindow();
  const find = (asked: string) => {
    const query = asked.trim();
    // Not in the address: identifiers are personal data, and addresses end up in logs and histories.
    if (query) void navigate("/customers", { state: { query } });
  };
  return (
    <search className="app-find">
      <SearchField
        label={words.app.search}
        hideLabel
        placeholder={isSmall ? words.app.searchShort : words.app.searchHint}
        value={text}
        onChange={setText}
        onSubmit={find}
        inputRef={inputRef}
      />
    </search>
  );
}

function ThemeMenu() {
  const theme = useTheme();
  return (
    <Menu
      label={words.app.theme.switchTo(words.app.theme[theme])}
      icon={THEME_ICONS[theme]}
      iconOnly
      kind="quiet"
      items={THEMES.map((one: Theme) => ({
        id: one,
        label: words.app.theme[one],
        icon: THEME_ICONS[one],
        onAction: () => setTheme(one),
      }))}
    />
  );
}
