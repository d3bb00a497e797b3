/** How a million rows fit into a scroll bar: browsers stop at some 33 million pixels, so far below that rows are mapped, not stacked. */

/** The tallest the scrolled content becomes, in pixels. */
export const TALLEST = 8_000_000;

export interface Extent {
  total: number;
  rowHeight: number;
  /** Height of the window onto the rows, in pixels. */
  windowHeight: number;
}

/** Height of all rows if they were stacked. */
export const fullHeight = ({ total, rowHeight }: Extent): number => total * rowHeight;
/** Height that the browser gets to see. */
export const scrolledHeight = (extent: Extent): number => Math.min(fullHeight(extent), TALLEST);

/** Where among all rows (pixels from the first) a scroll position stands, by proportion: the bar's end is the last row. */
export function offsetAt(scrollTop: number, extent: Extent): number {
  const [bar, rows] = [scrolledHeight(extent) - extent.windowHeight, fullHeight(extent) - extent.windowHeight];
  if (bar <= 0 || rows <= 0) return 0;
  if (rows <= bar) return clamp(scrollTop, 0, rows);
  return clamp((scrollTop / bar) * rows, 0, rows);
}

/** The opposite: the scroll position that shows this offset. */
export function scrollTopAt(offset: number, extent: Extent): number {
  const [bar, rows] = [scrolledHeight(extent) - extent.windowHeight, fullHeight(extent) - extent.windowHeight];
  if (bar <= 0 || rows <= 0) return 0;
  return clamp((offset / rows) * bar, 0, bar);
}

/**
 * The offset after a scroll. A short move (wheel, finger) goes pixel by pixel, so that no row is skipped;
 * a long one (the bar dragged) goes by proportion; the two ends are always the first and the last row.
 */
export function offsetAfter(before: { offset: number; scrollTop: number }, scrollTop: number, extent: Extent): number {
  const bar = scrolledHeight(extent) - extent.windowHeight;
  const rows = fullHeight(extent) - extent.windowHeight;
  if (rows <= bar || scrollTop <= 0 || scrollTop >= bar - 1) return offsetAt(scrollTop, extent);
  const moved = scrollTop - before.scrollTop;
  return Math.abs(moved) <= extent.windowHeight * 2
    ? clamp(before.offset + moved, 0, rows)
    : offsetAt(scrollTop, extent);
}

/** First and last row (exclusive) to draw around an offset. */
export function rowsAt(offset: number, extent: Extent, spare = 6): { first: number; end: number } {
  const first = Math.max(0, Math.floor(offset / extent.rowHeight) - spare);
  const end = Math.min(extent.total, Math.ceil((offset + extent.windowHeight) / extent.rowHeight) + spare);
  return { first, end };
}

/** The offset that brings a row into sight with the least movement. */
export function offsetToShow(row: number, offset: number, extent: Extent): number {
  const top = row * extent.rowHeight;
  if (top < offset) return top;
  const under = top + extent.rowHeight - extent.windowHeight;
  return under > offset ? Math.max(0, under) : offset;
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), Math.max(low, high));
