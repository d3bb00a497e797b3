/** What every chart says around the drawing. */
import { percent } from "./format";

export const charts = {
  asTable: "Show as table",
  asChart: "Show as chart",
  more: "Download or copy",
  csv: "Table as CSV",
  copy: "Copy the table",
  svg: "Picture as SVG",
  png: "Picture as PNG",
  print: "Print",
  copied: "Table copied.",
  notDrawn: "This picture couldn't be made in this browser. The table can be downloaded instead.",
  total: "Total",
  share: "Share",
  n: "n",
  value: "Value",
  low: "Low",
  high: "High",
  interval: (low: string, high: string) => `${low} to ${high}`,
  noData: "Nothing to draw for this selection.",
  between: (row: string, column: string) => `${row} → ${column}: `,
  link: (from: string, to: string, value: string) => `${from} → ${to}: ${value}`,
  node: (label: string, value: string) => `${label}: ${value}`,
  bar: (label: string, value: string, share: number | null | undefined) =>
    share === null || share === undefined ? `${label}: ${value}` : `${label}: ${value} (${percent(share)})`,
  loading: "Drawing…",
  graphHelp:
    "Arrow keys go from box to way to box, Enter opens the journeys behind. Drag to move, plus and minus zoom. The table lists the same.",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  fit: "Fit to view",
  trend: (first: string, last: string) => `from ${first} to ${last}`,
  empty: "–",
} as const;
