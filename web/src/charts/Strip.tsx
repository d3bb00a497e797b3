/** What stands before and after an anchor, position by position: each column is the whole, cut into its parts. */

import { classes } from "~/ui/classes";
import { Named } from "~/ui/Named";
import { ScrollBox } from "~/ui/ScrollBox";
import { words } from "~/words";
import { number, percent } from "~/words/format";
import { seriesColour } from "./colours";
import "./Strip.css";

export interface StripPart {
  id: string;
  label: string;
  share: number;
  n: number;
  /** Which of the eight colours; the same thing must have the same one in every column. */
  series?: number;
  /** `other`, `nothing before`, `dropped off`: paler. */
  isRest?: boolean;
}

export interface StripColumn {
  id: string;
  /** "−2", "anchor", "+1". */
  label: string;
  n: number;
  parts: readonly StripPart[];
  isAnchor?: boolean;
}

export interface StripProps {
  label: string;
  columns: readonly StripColumn[];
  onPick?: (part: StripPart, column: StripColumn) => void;
  picked?: { column: string; part: string } | null;
  height?: number;
}

const READABLE = 0.07;
/** Lower ones are no target for a finger, nor for a tremble; what they open stands in the list that goes with the drawing. */
const LEAST_TARGET = 24;

export function Strip({ label, columns, onPick, picked, height = 320 }: StripProps) {
  return (
    <ScrollBox label={label} className="ch-strip">
      <ol className="ch-strip-columns">
        {columns.map((column) => (
          <li key={column.id} className={classes("ch-strip-column", column.isAnchor && "ch-strip-anchor")}>
            <span className="ch-strip-head">
              <span className="ch-strip-label">{column.label}</span>
              <span className="ch-strip-n">{words.ui.metric.n(column.n)}</span>
            </span>
            <ul className="ch-strip-parts" style={{ height }}>
              {column.parts
                .filter((part) => part.share > 0)
                .map((part) => (
                  <li
                    key={part.id}
                    className={classes(
                      "ch-strip-part",
                      part.isRest && "ch-strip-rest",
                      picked?.column === column.id && picked.part === part.id && "ch-strip-picked",
                    )}
                    style={{
                      flexGrow: part.share,
                      ["--part" as string]: part.isRest ? "var(--surface-3)" : seriesColour(part.series ?? 0),
                    }}
                  >
                    <Part
                      part={part}
                      isTarget={part.share * height > LEAST_TARGET + 2}
                      onPick={onPick && (() => onPick(part, column))}
                    />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
    </ScrollBox>
  );
}

interface PartProps {
  part: StripPart;
  isTarget: boolean;
  onPick: (() => void) | undefined;
}

function Part({ part, isTarget, onPick }: PartProps) {
  const said = words.charts.bar(part.label, number(part.n), part.share);
  const content = part.share >= READABLE && (
    <>
      <Named>{part.label}</Named>
      <span className="ch-strip-share">{percent(part.share)}</span>
      <span className="c-hidden">{words.ui.metric.n(part.n)}</span>
    </>
  );
  if (!onPick || !isTarget)
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: for the mouse alone; the keyboard has the list
      // biome-ignore lint/a11y/noStaticElementInteractions: the same
      <span className={classes("ch-strip-words", onPick && "ch-strip-button")} title={said} onClick={onPick}>
        {content}
        {!content && <span className="c-hidden">{said}</span>}
      </span>
    );
  return (
    <button type="button" className="ch-strip-words ch-strip-button" title={said} onClick={onPick}>
      {content}
    </button>
  );
}
