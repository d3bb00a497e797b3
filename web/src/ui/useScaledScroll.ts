/** Which rows are in sight of a scrolled list, with the scroll bar mapped to the rows where they are too many to stack. */
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import {
  type Extent,
  fullHeight,
  offsetAfter,
  offsetToShow,
  rowsAt,
  scrolledHeight,
  scrollTopAt,
  TALLEST,
} from "./scrollScale";

const IDLE_MS = 150;

export interface ScaledScroll {
  ref: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  first: number;
  end: number;
  /** Height of the scrolled content. */
  height: number;
  /** Where the drawn rows begin inside it. */
  top: number;
  showRow: (row: number) => void;
  showOffset: (offset: number) => void;
}

export function useScaledScroll(extent: Extent): ScaledScroll {
  const ref = useRef<HTMLDivElement>(null);
  const at = useRef({ offset: 0, scrollTop: 0 });
  const idle = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, redraw] = useState(0);
  const isScaled = fullHeight(extent) > TALLEST;
  const current = useRef(extent);
  current.current = extent;

  const showOffset = useCallback((offset: number) => {
    const scrollTop = Math.round(scrollTopAt(offset, current.current));
    at.current = { offset, scrollTop };
    if (ref.current) ref.current.scrollTop = scrollTop;
    redraw((count) => count + 1);
  }, []);

  const onScroll = useCallback(() => {
    const scrollTop = ref.current?.scrollTop ?? 0;
    if (Math.abs(scrollTop - at.current.scrollTop) < 0.5) return;
    at.current = { offset: offsetAfter(at.current, scrollTop, current.current), scrollTop };
    redraw((count) => count + 1);
    if (fullHeight(current.current) <= TALLEST) return;
    // Pixel by pixel moves let the bar lag behind; once at rest it is put where it belongs.
    clearTimeout(idle.current);
    idle.current = setTimeout(() => showOffset(at.current.offset), IDLE_MS);
  }, [showOffset]);

  useEffect(() => () => clearTimeout(idle.current), []);

  // Another number of rows can leave the old position beyond the end.
  const most = Math.max(0, fullHeight(extent) - extent.windowHeight);
  const offset = Math.min(at.current.offset, most);
  const { first, end } = rowsAt(offset, extent);
  const top = isScaled ? at.current.scrollTop + first * extent.rowHeight - offset : first * extent.rowHeight;
  const showRow = (row: number) => {
    const to = offsetToShow(row, at.current.offset, extent);
    if (to !== at.current.offset) showOffset(to);
  };
  return { ref, onScroll, first, end, height: scrolledHeight(extent), top, showRow, showOffset };
}
