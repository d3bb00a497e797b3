/** Where the arrow keys lead in a grid, and one tab stop for all of it. */
import { type FocusEvent, type KeyboardEvent, useCallback, useRef, useState } from "react";

export interface Place {
  row: number;
  column: number;
}

const PAGE = 3;

/** Where a key leads from a place; null: the key means nothing here. Rows and columns are counted with their headers. */
export function moved(key: string, withControl: boolean, at: Place, rows: number, columns: number): Place | null {
  const last = { row: rows - 1, column: columns - 1 };
  const to: Record<string, Place> = {
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    Home: withControl ? { row: 0, column: 0 } : { ...at, column: 0 },
    End: withControl ? last : { ...at, column: last.column },
    PageUp: { ...at, row: at.row - PAGE },
    PageDown: { ...at, row: at.row + PAGE },
  };
  const next = to[key];
  if (!next) return null;
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  return { row: within(next.row, last.row), column: within(next.column, last.column) };
}

/** Gives each cell its `tabIndex`, moves the focus by keys, and runs what Enter does. */
export function useGridKeys(rows: number, columns: number, onEnter: (at: Place) => void) {
  const [kept, setAt] = useState<Place>({ row: 0, column: 0 });
  const grid = useRef<HTMLTableElement>(null);
  const at = { row: Math.min(kept.row, rows - 1), column: Math.min(kept.column, columns - 1) };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, event.ctrlKey || event.metaKey, at, rows, columns);
    if (next) {
      setAt(next);
      // A row with a single wide cell has it in the first column.
      const cell = cellAt(grid.current, next) ?? cellAt(grid.current, { ...next, column: 1 });
      cell?.focus();
      cell?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    } else if (event.key === "Enter" || event.key === " ") onEnter(at);
    else return;
    event.preventDefault();
  };
  const onFocus = useCallback((event: FocusEvent) => {
    const [row, column] = (event.target.getAttribute("data-at") ?? "").split("/").map(Number);
    if (row !== undefined && column !== undefined && Number.isFinite(row + column)) setAt({ row, column });
  }, []);
  const cellProps = (row: number, column: number) => ({
    "data-at": `${row}/${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
  });
  return { grid, gridProps: { onKeyDown, onFocus }, cellProps };
}

const cellAt = (grid: HTMLElement | null, { row, column }: Place) =>
  grid?.querySelector<HTMLElement>(`[data-at="${row}/${column}"]`);
