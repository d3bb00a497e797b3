/** The cells of a heat matrix: heads that sort, values and sums that open what is behind them. */
import { classes } from "~/ui/classes";
import { Named } from "~/ui/Named";
import { words } from "~/words";
import { metricValue, type Unit } from "~/words/format";
import { heatStep } from "./colours";
import type { HeatCell, HeatMatrixProps } from "./HeatMatrix";

interface SumProps {
  value: number;
  names: [string, string];
  at: string;
  isActive: boolean;
  onFocus: () => void;
  onPick: (() => void) | undefined;
}

export function Sum({ value, names, at, isActive, onFocus, onPick }: SumProps) {
  const written = metricValue({ value, unit: "count" });
  if (!onPick) return written;
  return (
    <button
      type="button"
      className="ch-heat-button"
      data-at={at}
      tabIndex={isActive ? 0 : -1}
      onFocus={onFocus}
      onClick={onPick}
    >
      <span className="c-hidden">{words.charts.between(names[0], names[1])}</span>
      {written}
    </button>
  );
}

export function Corner({ rowTitle, columnTitle }: Pick<HeatMatrixProps, "rowTitle" | "columnTitle">) {
  if (!rowTitle || !columnTitle) return <td className="ch-heat-corner" />;
  return (
    <th scope="col" className="ch-heat-corner">
      <span className="ch-heat-axes">
        <span>{rowTitle} ↓</span>
        <span>{columnTitle} →</span>
      </span>
    </th>
  );
}

interface HeadProps extends Pick<HeatMatrixProps, "onSort" | "sortedBy"> {
  axis: "row" | "column";
  item: { id: string; label: string };
  isTotal?: boolean;
}

export function Head({ axis, item, onSort, sortedBy, isTotal = false }: HeadProps) {
  const isSorted = sortedBy?.axis === axis && sortedBy.id === item.id;
  const look = classes(
    axis === "row" ? "ch-heat-row" : "ch-heat-column",
    isTotal && "ch-heat-total",
    isSorted && "ch-heat-sorted",
  );
  return (
    <th
      scope={axis === "row" ? "row" : "col"}
      className={look}
      aria-sort={isSorted && axis === "column" ? "descending" : undefined}
    >
      {onSort ? (
        <button
          type="button"
          className="ch-heat-sort"
          title={words.ui.table.sortBy(item.label)}
          onClick={() => onSort({ axis, id: item.id })}
        >
          <Named>{item.label}</Named>
        </button>
      ) : (
        <Named>{item.label}</Named>
      )}
    </th>
  );
}

interface CellProps extends Pick<HeatMatrixProps, "onPick" | "print"> {
  cell: HeatCell;
  names: [string, string];
  at: string;
  unit: Unit;
  most: number;
  isActive: boolean;
  isPicked: boolean;
  onFocus: () => void;
}

export function Cell({ cell, names, at, unit, most, isActive, isPicked, onFocus, onPick, print }: CellProps) {
  const value = metricValue({ value: cell.value, unit });
  const heat = heatOf(cell);
  const shade = heat === null ? "none" : String(heatStep(heat, most));
  const behind = typeof cell.n === "number" ? words.ui.metric.n(cell.n) : null;
  // What is only read out stands around what is printed, so that the name holds the visible words.
  const content = (
    <>
      {onPick && <span className="c-hidden">{words.charts.between(names[0], names[1])}</span>}
      <span className="ch-heat-value">{print ? print(cell) : value}</span>
      {cell.note && <span className="ch-heat-note">{cell.note}</span>}
      <span className="c-hidden">{[behind, cell.reason].filter(Boolean).join(". ")}</span>
    </>
  );
  const isNothing = cell.value === 0 && (cell.n ?? 0) === 0;
  return (
    <td
      className={classes(
        "ch-heat-cell",
        isPicked && "ch-heat-picked",
        cell.state && cell.state !== "ok" && "ch-heat-doubt",
      )}
      data-heat={shade}
    >
      {onPick && !isNothing ? (
        <button
          type="button"
          className="ch-heat-button"
          data-at={at}
          tabIndex={isActive ? 0 : -1}
          title={cell.reason ?? undefined}
          onFocus={onFocus}
          onClick={() => onPick(cell)}
        >
          {content}
        </button>
      ) : onPick ? (
        <span
          className="ch-heat-button ch-heat-nothing"
          data-at={at}
          tabIndex={isActive ? 0 : -1}
          role="note"
          onFocus={onFocus}
        >
          {content}
        </span>
      ) : (
        <span className="ch-heat-plain" title={cell.reason ?? undefined}>
          {content}
        </span>
      )}
    </td>
  );
}

export const heatOf = (cell: HeatCell): number | null => (cell.heat === undefined ? cell.value : cell.heat);
