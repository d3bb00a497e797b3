/** The order of a screen's table as one word of its address: `wait` upwards, `-wait` downwards. */
import type { Sorting } from "~/ui/DataTable";
import { usePlace } from "./useSelection";

/** Left out, the rows stand as they came until somebody sorts them. */
export function useSorting(initial = ""): [Sorting, (sort: Sorting) => void] {
  const [written, write] = usePlace<string>("sort", initial);
  const sort = { column: written.replace(/^-/, ""), down: written.startsWith("-") };
  return [sort, ({ column, down }) => write(`${down ? "-" : ""}${column}`)];
}
