/** One screen: its heading (which takes the focus on arrival), what it answers, its actions, its content. */
import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { words } from "~/words";
import { useWorkspaceName } from "./screenTitle";
import "./Screen.css";

export interface ScreenProps {
  title: string;
  /** One or two sentences: which question this screen answers. */
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Content as wide as the window (maps, graphs) instead of a readable width. */
  wide?: boolean;
}

export function Screen({ title, lead, actions, children, wide = false }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const workspace = useWorkspaceName();
  const { pathname } = useLocation();
  useEffect(() => {
    document.title = workspace ? words.app.title(title, workspace) : words.app.titleAlone(title);
  }, [title, workspace]);
  // Arriving by link or shortcut: screen readers hear the new heading. The first load keeps the browser's own focus.
  useFocusOnArrival(heading, pathname);
  return (
    <div className={wide ? "c-screen c-screen-wide" : "c-screen"}>
      <header className="c-screen-head">
        <div className="c-screen-words">
          <h1 ref={heading} tabIndex={-1} className="c-screen-title">
            {title}
          </h1>
          {lead && <p className="c-screen-lead">{lead}</p>}
        </div>
        {actions && <div className="c-screen-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

let lastPath: string | null = null;

function useFocusOnArrival(heading: { current: HTMLElement | null }, pathname: string): void {
  useEffect(() => {
    if (lastPath !== null && lastPath !== pathname) heading.current?.focus({ preventScroll: true });
    lastPath = pathname;
  }, [pathname, heading]);
}
