/** A list of up to a million rows: only those in sight exist, and the keyboard reaches every one. */
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { words } from "~/words";
import { classes } from "./classes";
import { type LoadRows, useRowPages } from "./useRowPages";
import { useScaledScroll } from "./useScaledScroll";
import { useSmallWindow } from "./useSmallWindow";
import "./RowList.css";

export interface RowColumn<R> {
  id: string;
  header: string;
  cell: (row: R) => ReactNode;
  /** A CSS grid track: `2fr`, `120px`, `minmax(160px, 1fr)`. */
  width?: string;
  align?: "start" | "end";
  hideOnSmall?: boolean;
}

export interface RowListProps<R> {
  label: string;
  total: number;
  /** Rows from `at` on, at most `limit`. */
  load: LoadRows<R>;
  /** Names what is listed; when it changes (another selection, another build) the list begins anew. */
  question?: string;
  columns: readonly RowColumn<R>[];
  rowKey: (row: R) => string;
  onRow?: (row: R) => void;
  rowHeight?: number;
  /** Height of the list in pixels; fewer rows make it lower. */
  height?: number;
  empty?: ReactNode;
  isSelected?: (row: R) => boolean;
}

const HEADER = 36;
const MOST_HEIGHT = 560;
const LEAST_WIDTH = 84;

export function RowList<R>(props: RowListProps<R>) {
  const { label, total, load, rowKey, onRow, rowHeight = 40, height = MOST_HEIGHT, empty, isSelected } = props;
  const isSmall = useSmallWindow();
  const columns = isSmall ? props.columns.filter((column) => !column.hideOnSmall) : props.columns;
  const question = `${props.question ?? ""} ${total}`;
  const id = useId();
  const [active, setActive] = useState(0);
  const inside = Math.max(rowHeight, Math.min(height - HEADER, total * rowHeight));
  const scroll = useScaledScroll({ total, rowHeight, windowHeight: inside });
  const pages = useRowPages(load, question, scroll, total);
  useBeginAnew(question, () => {
    setActive(0);
    scroll.showOffset(0);
  });

  if (total === 0) return <div className="c-rows-empty">{empty ?? words.ui.list.empty}</div>;
  const go = (row: number) => {
    const next = Math.min(total - 1, Math.max(0, row));
    setActive(next);
    scroll.showRow(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isInteractive(event.target) || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(inside / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: total - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) go(to);
    else if ((event.key === "Enter" || event.key === " ") && onRow) {
      const held = pages.rowAt(active);
      if (typeof held === "object") onRow(held.row);
    } else return;
    event.preventDefault();
  };
  // When another row comes to stand in a place, its cells are made anew and keep nothing of the old one.
  const keyAt = (index: number) => {
    const held = pages.rowAt(index);
    return typeof held === "object" ? `${index} ${rowKey(held.row)}` : index;
  };
  const template = columns.map((column) => column.width ?? `minmax(${LEAST_WIDTH}px, 1fr)`).join(" ");
  const shown = Array.from({ length: scroll.end - scroll.first }, (_, at) => scroll.first + at);
  return (
    <div
      ref={scroll.ref}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={active >= scroll.first && active < scroll.end ? `${id}-${active}` : undefined}
      tabIndex={0}
      className="c-rows"
      style={{
        height: inside + HEADER,
        ["--columns" as string]: template,
        ["--row" as string]: `${rowHeight}px`,
        ["--least" as string]: `${columns.length * LEAST_WIDTH}px`,
      }}
      onScroll={scroll.onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="c-rows-head">
        <div role="row" aria-rowindex={1} className="c-rows-row c-rows-header">
          {columns.map((column, at) => (
            <div key={column.id} role="columnheader" aria-colindex={at + 1} className={cellClass(column)}>
              {column.header}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="c-rows-body" style={{ height: scroll.height }}>
        <div role="presentation" className="c-rows-window" style={{ transform: `translateY(${scroll.top}px)` }}>
          {shown.map((index) => (
            <Row
              key={keyAt(index)}
              id={`${id}-${index}`}
              index={index}
              held={pages.rowAt(index)}
              isActive={index === active}
              onPick={(row) => {
                setActive(index);
                onRow?.(row);
              }}
              {...{ columns, opens: Boolean(onRow), isSelected, retry: pages.retry }}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

interface RowProps<R> extends Pick<RowListProps<R>, "columns" | "isSelected"> {
  id: string;
  index: number;
  held: { row: R } | "loading" | "failed";
  isActive: boolean;
  opens: boolean;
  onPick: (row: R) => void;
  retry: () => void;
}

function Row<R>({ id, index, held, isActive, opens, onPick, retry, columns, isSelected }: RowProps<R>) {
  const isHere = typeof held === "object";
  const isChosen = isHere && isSelected?.(held.row);
  const look = classes(
    "c-rows-row",
    isActive && "c-rows-active",
    opens && "c-rows-opens",
    index % 2 === 1 && "c-rows-odd",
    isChosen && "c-rows-selected",
  );
  return (
    // The grid itself holds the focus and hears the keys (aria-activedescendant).
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected ? isChosen : undefined}
      aria-busy={!isHere}
      className={look}
      onClick={(event) => isHere && !isInteractive(event.target) && onPick(held.row)}
    >
      {isHere ? (
        columns.map((column, at) => (
          <div key={column.id} role="gridcell" aria-colindex={at + 1} className={cellClass(column)}>
            {column.cell(held.row)}
          </div>
        ))
      ) : (
        <div role="gridcell" aria-colindex={1} className="c-rows-cell c-rows-waiting">
          {held === "failed" ? (
            <button type="button" className="c-rows-retry" onClick={retry}>
              {words.ui.list.failedRow} · {words.ui.retry}
            </button>
          ) : (
            <span className="c-hidden">{words.ui.list.loadingRow}</span>
          )}
        </div>
      )}
    </div>
  );
}

function useBeginAnew(question: string, begin: () => void): void {
  const last = useRef(question);
  useLayoutEffect(() => {
    if (last.current === question) return;
    last.current = question;
    begin();
  });
}

const cellClass = <R,>(column: RowColumn<R>) => classes("c-rows-cell", column.align === "end" && "c-rows-end");

const isInteractive = (target: EventTarget): boolean =>
  target instanceof Element && target.closest("a,button,input,select,textarea") !== null;
