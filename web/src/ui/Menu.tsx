/** A button that opens a short list of things to do. */
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import { Button, IconButton } from "./Button";
import { Icon, type IconName } from "./Icon";
import { KeyHint } from "./KeyHint";
import "./Menu.css";

export interface MenuEntry {
  id: string;
  label: string;
  icon?: IconName;
  description?: string;
  /** Go there … */
  to?: string;
  /** … or do this. */
  onAction?: () => void;
  keys?: readonly string[];
  isDisabled?: boolean;
  tone?: "neutral" | "danger";
  /** Draw a line above this entry. */
  startsGroup?: boolean;
}

export interface MenuProps {
  label: string;
  items: readonly MenuEntry[];
  icon?: IconName;
  /** Show the icon alone. */
  iconOnly?: boolean;
  kind?: "primary" | "plain" | "quiet";
  size?: "small" | "normal";
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  isDisabled?: boolean;
}

export function Menu({
  label,
  items,
  icon,
  iconOnly = false,
  kind = "plain",
  size = "normal",
  placement = "bottom end",
  isDisabled = false,
}: MenuProps) {
  return (
    <MenuTrigger>
      {iconOnly ? (
        <IconButton label={label} icon={icon ?? "more"} kind={kind} size={size} isDisabled={isDisabled} />
      ) : (
        <Button kind={kind} size={size} isDisabled={isDisabled} {...(icon ? { icon } : {})}>
          {label}
          <Icon name="chevron-down" size={14} />
        </Button>
      )}
      <Popover className="c-popover" placement={placement} offset={4}>
        <AriaMenu className="c-menu" aria-label={label}>
          {items.flatMap((item) => [
            ...(item.startsGroup ? [<Separator key={`${item.id}-line`} className="c-menu-line" />] : []),
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              className={item.tone === "danger" ? "c-menu-item c-menu-danger" : "c-menu-item"}
              {...(item.to ? { href: item.to } : {})}
              {...(item.onAction ? { onAction: item.onAction } : {})}
            >
              {item.icon && <Icon name={item.icon} size={16} />}
              <span className="c-option-words">
                <bdi>{item.label}</bdi>
                {item.description && <span className="c-option-description">{item.description}</span>}
              </span>
              {item.keys && <KeyHint keys={item.keys} />}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
