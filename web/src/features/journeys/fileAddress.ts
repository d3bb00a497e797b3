/** The address of all rows of the list as a file. */
import { type Selection, withSelection } from "~/selection";

export function fileAddress(selection: Selection, through: string, sort: string): string {
  const query = withSelection(new URLSearchParams({ ...(through ? { through } : {}), sort }), selection);
  return `/api/v1/journeys/file?${query}`;
}
