/** Horizontal bars: parts of a whole or things by size, each with its number, and openable. */

import { classes } from "~/ui/classes";
import { Named } from "~/ui/Named";
import { words } from "~/words";
import { metricValue, percent, type Unit } from "~/words/format";
import "./Bars.css";

export interface BarItem {
  id: string;
  label: string;
  value: number | null;
  /** Part of the whole, 0 to 1; printed behind the value. */
  share?: number | null;
  n?: number | null;
  /** `other` and `dropped off` are drawn paler: they are rests, not things. */
  isRest?: boolean;
  /** Interval around the value, drawn as a whisker. */
  low?: number | null;
  high?: number | null;
  /** False where no single list stands behind it: it is shown, but can't be picked. */
  opens?: boolean;
  /** Said instead of a bar when there is no value. */
  reason?: string | null;
}

export interface BarsProps {
  items: readonly BarItem[];
  label: string;
  unit?: Unit;
  /** The end of the scale; the largest value unless given. */
  max?: number;
  onPick?: (item: BarItem) => void;
  /** Which one is open now. */
  picked?: string | null;
  /** A colour for each bar, else all the same. */
  colour?: (item: BarItem, at: number) => string;
}

export function Bars({ items, label, unit = "count", max, onPick, picked, colour }: BarsProps) {
  const most = max ?? Math.max(...items.map((item) => item.high ?? item.value ?? 0), 0);
  return (
    <ul className="ch-bars" aria-label={label}>
      {items.map((item, at) => {
        const value = metricValue({ value: item.value, unit });
        const content = <Bar item={item} value={value} most={most} colour={colour?.(item, at)} />;
        return (
          <li
            key={item.id}
            className={classes("ch-bar", item.isRest && "ch-bar-rest", picked === item.id && "ch-bar-picked")}
          >
            {onPick && item.opens !== false ? (
              <button type="button" className="ch-bar-row ch-bar-button" onClick={() => onPick(item)}>
                {content}
              </button>
            ) : (
              <div className="ch-bar-row">{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Bar({
  item,
  value,
  most,
  colour,
}: {
  item: BarItem;
  value: string;
  most: number;
  colour: string | undefined;
}) {
  const part = (amount: number | null | undefined) =>
    most > 0 ? `${Math.max(0, Math.min(1, (amount ?? 0) / most)) * 100}%` : "0%";
  const hasInterval = typeof item.low === "number" && typeof item.high === "number";
  return (
    <>
      <span className="ch-bar-label">
        <Named>{item.label}</Named>
      </span>
      {item.value === null ? (
        <span className="ch-bar-none">{item.reason || words.ui.metric.notShown}</span>
      ) : (
        <>
          <span className="ch-bar-track" aria-hidden="true">
            <span
              className="ch-bar-fill"
              style={{ width: part(item.value), ...(colour ? { background: colour } : {}) }}
            />
            {hasInterval && most > 0 && (
              <span
                className="ch-bar-whisker"
                style={{ left: part(item.low), width: `calc(${part(item.high)} - ${part(item.low)})` }}
              />
            )}
          </span>
          <span className="ch-bar-value">{value}</span>
          <span className="ch-bar-share">{typeof item.share === "number" && percent(item.share)}</span>
          <span className="ch-bar-n">{typeof item.n === "number" && words.ui.metric.n(item.n)}</span>
        </>
      )}
    </>
  );
}
