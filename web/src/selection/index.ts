/** The selection: which journeys the numbers are about, and how screens share it. */
export { drillTo, screenAt } from "./drill";
export { fileScope } from "./fileScope";
export { useFilterTitle } from "./filterWords";
export { SelectionBar } from "./SelectionBar";
export { SelectionFields } from "./SelectionFields";
export { FILTERS, type Filter, type Selection, selectionOf, withSelection } from "./selection";
export { type UseSelection, usePlace, useSelection } from "./useSelection";
export { useSorting } from "./useSorting";
