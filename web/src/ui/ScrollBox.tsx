/** A part that scrolls sideways or down where there is too little room; then, and only then, the keyboard can reach and scroll it. */
import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";

export interface ScrollBoxProps {
  label: string;
  className: string;
  children: ReactNode;
  style?: CSSProperties | undefined;
}

export function ScrollBox({ label, className, children, style }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () =>
      setScrolls(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={box}
      className={className}
      style={style}
      {...(scrolls ? { role: "group", "aria-label": label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}
