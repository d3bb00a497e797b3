/** Walking through the cells of a matrix with the arrow keys, Home, End, Page up and Page down. */

export function moved(
  from: { row: number; column: number },
  event: Pick<KeyboardEvent, "key" | "ctrlKey">,
  rows: number,
  columns: number,
) {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  const to: Record<string, { row: number; column: number }> = {
    ArrowDown: { ...from, row: Math.min(lastRow, from.row + 1) },
    ArrowUp: { ...from, row: Math.max(0, from.row - 1) },
    ArrowRight: { ...from, column: Math.min(lastColumn, from.column + 1) },
    ArrowLeft: { ...from, column: Math.max(0, from.column - 1) },
    Home: { row: event.ctrlKey ? 0 : from.row, column: 0 },
    End: { row: event.ctrlKey ? lastRow : from.row, column: lastColumn },
    PageUp: { ...from, row: 0 },
    PageDown: { ...from, row: lastRow },
  };
  return to[event.key];
}
