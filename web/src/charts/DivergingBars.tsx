/** Bars to both sides of nought: what speaks for something and what against it, each alone or adding up. */
import { Fragment } from "react";
import { classes } from "~/ui/classes";
import { Named } from "~/ui/Named";
import { type DivergingItem, type Span, scaleOf, spansOf } from "./spans";
import "./DivergingBars.css";

export interface DivergingBarsProps {
  items: readonly DivergingItem[];
  label: string;
  /** How a value is written. */
  format: (value: number) => string;
  /** Each bar begins where the one before it ended. */
  adds?: boolean;
}

export function DivergingBars({ items, label, format, adds = false }: DivergingBarsProps) {
  const spans = spansOf(items, adds);
  const { low, high } = scaleOf(spans);
  const at = (value: number) => ((value - low) / (high - low)) * 100;
  return (
    <ul className="ch-diverging" aria-label={label}>
      {items.map((item, index) => {
        const isFirst = item.group !== undefined && item.group !== items[index - 1]?.group;
        return (
          <Fragment key={item.id}>
            {isFirst && <li className="ch-diverging-group">{item.group}</li>}
            <li className={classes("ch-diverging-row", item.isTotal && "ch-diverging-total")}>
              <span className="ch-diverging-label">
                <Named truncate={false}>{item.label}</Named>
                {item.note && <span className="ch-diverging-note">{item.note}</span>}
              </span>
              <Track item={item} span={spans[index] ?? { from: 0, to: 0 }} at={at} />
              <span className="ch-diverging-value">{format(item.value)}</span>
            </li>
          </Fragment>
        );
      })}
    </ul>
  );
}

function Track({ item, span, at }: { item: DivergingItem; span: Span; at: (value: number) => number }) {
  const left = at(Math.min(span.from, span.to));
  const look = item.isRest ? "rest" : item.value < 0 ? "against" : "for";
  return (
    <span className="ch-diverging-track" aria-hidden="true">
      <span className="ch-diverging-zero" style={{ left: `${at(0)}%` }} />
      <span
        className={`ch-diverging-fill ch-diverging-${look}`}
        style={{ left: `${left}%`, width: `${at(Math.max(span.from, span.to)) - left}%` }}
      />
    </span>
  );
}
