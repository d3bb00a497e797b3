/** What the shades of the matrix mean. */
import { words } from "~/words";
import type { Heat } from "./pairs";

const STEPS = [1, 3, 5, 7];

export function HeatLegend({ heat }: { heat: Heat }) {
  const said = words.handoffs.heat;
  return (
    <p className="handoffs-legend handoffs-heat-legend">
      <span className="handoffs-legend-item">
        {said[heat]}: {said.less}
        {STEPS.map((step) => (
          <span key={step} className={`handoffs-swatch handoffs-heat-${step}`} aria-hidden="true" />
        ))}
        {said.more}
      </span>
      <span className="handoffs-legend-item">{said.thin}</span>
    </p>
  );
}
