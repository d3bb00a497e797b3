/** Everything the map's address holds: density, lanes shown and folded, opened stages, the cell that is open. */
import { useCallback } from "react";
import { useSearchParams } from "react-router";
import { usePlace } from "~/selection";

export type Density = "comfortable" | "compact";
export type CellTab = "about" | "paths" | "journeys" | "query";

/** A list in the address: `lanes=channels,waits`. Nothing written means the default. */
export function useListPlace(name: string): [string[] | null, (next: string[] | null) => void] {
  const [written, write] = usePlace<string>(name, "");
  const list = written === "" ? null : written.split(",").filter(Boolean);
  return [list, (next) => write(next === null || next.length === 0 ? null : next.join(","))];
}

/** The stages whose steps are shown: `open=support&open=resolution`. */
export function useOpened(): [string[], (stage: string) => void] {
  const [query, setQuery] = useSearchParams();
  const opened = query.getAll("open");
  const toggle = useCallback(
    (stage: string) =>
      setQuery(
        (now) => {
          const next = new URLSearchParams(now);
          const open = next.getAll("open");
          next.delete("open");
          for (const each of open.includes(stage) ? open.filter((one) => one !== stage) : [...open, stage])
            next.append("open", each);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setQuery],
  );
  return [opened, toggle];
}

const OF_CELL = ["cell", "cell_tab", "behind_journey", "behind_sort"];

/** The cell that is open, as `lane/column` or `lane/column/entry`. */
export function useCellPlace() {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (cell: string | null, how: "push" | "replace", keepTab = false) =>
      setQuery(
        (now) => {
          const next = new URLSearchParams(now);
          for (const name of OF_CELL) if (!(keepTab && name === "cell_tab")) next.delete(name);
          if (cell !== null) next.set("cell", cell);
          return next;
        },
        { replace: how === "replace", preventScrollReset: true },
      ),
    [setQuery],
  );
  return {
    cell: query.get("cell"),
    open: (cell: string) => change(cell, "push"),
    /** Another entry of the same cell: the back button leads out of the drawer, not through its entries. */
    turnTo: (cell: string) => change(cell, "replace", true),
    close: () => change(null, "replace"),
  };
}

/** The part of a through word that the address keeps. */
export const cellOf = (through: string): string =>
  through.startsWith("stage:") ? `reach/${through.slice("stage:".length)}` : through.replace(/^cell:/, "");
