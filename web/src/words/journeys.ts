/** What the screen that lists journeys says. */
export const journeys = {
  title: "Journeys",
  lead: "Each row is one customer's pursuit of one issue, across all channels, from the first interaction to the outcome.",
  leadThrough: "These journeys are behind one number. Each opens its conversation.",
  all: "Show all journeys",
  download: "Download as CSV",
  sort: "Sort by",
  opened: "Journey",
  none: {
    title: "No journeys to show",
    body: "No journey fits the current selection. Widen the period, or take away a filter.",
  },
} as const;
