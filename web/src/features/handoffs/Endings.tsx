/** How the journeys of some handoffs ended, as a small bar of three parts; the numbers are said and in the tooltip. */
import { words } from "~/words";
import type { Handed } from "./pairs";
import "./Endings.css";

const PARTS = ["resolved", "unresolved", "untold"] as const;

export function Endings({ handed }: { handed: Handed }) {
  const told = PARTS.map((part) =>
    words.handoffs.ending(words.handoffs.endings[part], handed[part], handed[part] / Math.max(handed.n, 1)),
  );
  return (
    <span className="handoffs-endings" role="img" aria-label={told.join("; ")} title={told.join("\n")}>
      {PARTS.map((part) => (
        <span key={part} className={`handoffs-ending handoffs-ending-${part}`} style={{ flexGrow: handed[part] }} />
      ))}
    </span>
  );
}

/** What the parts of the bars mean. */
export function EndingsLegend() {
  return (
    <span className="handoffs-legend">
      {PARTS.map((part) => (
        <span key={part} className="handoffs-legend-item">
          <span className={`handoffs-swatch handoffs-ending-${part}`} aria-hidden="true" />
          {words.handoffs.endings[part]}
        </span>
      ))}
    </span>
  );
}
