/** The map as files to take along. */
import { type Selection, withSelection } from "~/selection";

export const MAP_FORMS = ["svg", "png", "html", "json"] as const;
export type MapForm = (typeof MAP_FORMS)[number];

export function fileAddress(selection: Selection, form: MapForm): string {
  return `/api/v1/map/file?${withSelection(new URLSearchParams({ format: form }), selection)}`;
}
