/** A question or a form in front of everything else; Esc closes, focus returns to where it was. */
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { words } from "~/words";
import { IconButton } from "./Button";
import { classes } from "./classes";
import "./Dialog.css";

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons at the foot, the main one last. */
  actions?: ReactNode;
  size?: "small" | "medium" | "large";
  /** `alertdialog` for questions that must be answered: a click beside it doesn't close it. */
  role?: "dialog" | "alertdialog";
}

export function Dialog({ title, isOpen, onClose, children, actions, size = "medium", role = "dialog" }: DialogProps) {
  return (
    <ModalOverlay
      className="c-overlay"
      isOpen={isOpen}
      isDismissable={role === "dialog"}
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={classes("c-modal", `c-modal-${size}`)}>
        <AriaDialog className="c-dialog" role={role}>
          <div className="c-dialog-head">
            <Heading slot="title" level={2} className="c-dialog-title">
              {title}
            </Heading>
            <IconButton label={words.ui.close} icon="close" onPress={onClose} />
          </div>
          <div className="c-dialog-body">{children}</div>
          {actions && <div className="c-dialog-foot">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface DrawerProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Stands beside the title: links, buttons. */
  actions?: ReactNode;
  width?: "normal" | "wide";
}

/** A sheet from the right with the details of what was picked; the whole screen on a phone. */
export function Drawer({ title, isOpen, onClose, children, actions, width = "normal" }: DrawerProps) {
  return (
    <ModalOverlay
      className="c-overlay c-overlay-drawer"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={classes("c-drawer", width === "wide" && "c-drawer-wide")}>
        <AriaDialog className="c-dialog">
          <div className="c-dialog-head">
            <Heading slot="title" level={2} className="c-dialog-title">
              {title}
            </Heading>
            {actions && <div className="c-dialog-actions">{actions}</div>}
            <IconButton label={words.ui.close} icon="close" onPress={onClose} />
          </div>
          <div className="c-dialog-body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
