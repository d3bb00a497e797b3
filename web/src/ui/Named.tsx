/** Words that came from outside (names, subjects, file names): always text, never able to disturb what stands around them. */
import { words } from "~/words";
import { classes } from "./classes";
import { visible } from "./visible";
import "./Named.css";

export interface NamedProps {
  children: string | null | undefined;
  /** One line, cut with an ellipsis; the whole is in the tooltip. Otherwise it wraps anywhere. */
  truncate?: boolean;
  mono?: boolean;
}

const LONGEST_TITLE = 1_000;

export function Named({ children, truncate = true, mono = false }: NamedProps) {
  const text = visible(children ?? "");
  if (text === "") return <span className="c-named-none">{words.ui.unnamed}</span>;
  return (
    <bdi
      className={classes("c-named", truncate && "c-named-cut", mono && "c-mono")}
      title={truncate ? text.slice(0, LONGEST_TITLE) : undefined}
    >
      {text}
    </bdi>
  );
}
