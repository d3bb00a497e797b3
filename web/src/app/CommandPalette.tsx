/** Type a few letters, press Enter: the fastest way to a screen, a metric, a customer or a command. */
import { useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Heading,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from "react-aria-components";
import { useNavigate } from "react-router";
import { Icon } from "~/ui/Icon";
import { KeyHint } from "~/ui/KeyHint";
import { words } from "~/words";
import { type Command, useAddedCommands } from "./commands";
import { useFrameCommands } from "./useFrameCommands";
import "./CommandPalette.css";

const said = words.app.palette;
const GROUPS = ["screens", "metrics", "actions"] as const;

export interface CommandPaletteProps {
  isOpen: boolean;
  onClose: () => void;
  onHelp: () => void;
}

export function CommandPalette({ isOpen, onClose, onHelp }: CommandPaletteProps) {
  return (
    <ModalOverlay className="c-overlay" isOpen={isOpen} isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="c-modal c-modal-medium">
        <Dialog className="app-palette" aria-label={said.title}>
          <Palette onClose={onClose} onHelp={onHelp} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const { contains } = useFilter({ sensitivity: "base", ignorePunctuation: true });
  const [text, setText] = useState("");
  const navigate = useNavigate();
  const commands = [...useFrameCommands({ onHelp }), ...useAddedCommands()];
  const asked = text.trim();
  const find: Command = {
    id: "find",
    label: said.findCustomer(asked),
    group: "actions",
    icon: "search",
    // Not in the address: identifiers are personal data, and addresses end up in logs and histories.
    run: () => void navigate("/customers", { state: { query: asked } }),
  };
  // The metrics are many: they come in once something is typed. Finding a customer fits always and stands last.
  const offered = asked ? [...commands, find] : commands.filter((command) => command.group !== "metrics");
  const run = (key: React.Key) => {
    const command = offered.find((one) => one.id === key);
    onClose();
    command?.run();
  };
  // Every word typed has to occur; finding a customer always fits.
  const fits = (textValue: string, typed: string) =>
    textValue.startsWith(FIND) || typed.split(/\s+/).every((word) => contains(textValue, word));
  return (
    <>
      <Heading slot="title" level={2} className="c-hidden">
        {said.title}
      </Heading>
      <Autocomplete filter={fits} inputValue={text} onInputChange={setText}>
        <SearchField aria-label={said.title} className="app-palette-field" autoFocus>
          <Icon name="search" size={18} />
          <Input className="app-palette-input" placeholder={said.placeholder} dir="auto" />
        </SearchField>
        <Menu
          className="app-palette-list"
          aria-label={said.title}
          onAction={run}
          renderEmptyState={() => <p className="c-listbox-empty">{said.none}</p>}
        >
          {GROUPS.map((group) => {
            const members = offered.filter((command) => command.group === group);
            if (members.length === 0) return null;
            return (
              <MenuSection key={group} id={group} className="app-palette-group">
                <Header className="app-palette-title">{said[group]}</Header>
                {members.map((command) => (
                  <Line key={command.id} command={command} />
                ))}
              </MenuSection>
            );
          })}
        </Menu>
      </Autocomplete>
      <p className="app-palette-hint">{said.hint}</p>
    </>
  );
}

const FIND = "\u0000";

function Line({ command }: { command: Command }) {
  const text = command.id === "find" ? `${FIND}${command.label}` : `${command.label} ${command.also ?? ""}`;
  return (
    <MenuItem id={command.id} textValue={text} className="c-menu-item">
      {command.icon && <Icon name={command.icon} size={16} />}
      <bdi className="app-palette-label">{command.label}</bdi>
      {command.keys && <KeyHint keys={command.keys} />}
    </MenuItem>
  );
}
