/** Type sizes and colours of the present theme. */
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

const SOLID = [
  "surface-0",
  "surface-1",
  "surface-2",
  "surface-3",
  "accent-soft",
  "good-soft",
  "warn-soft",
  "bad-soft",
  "info-soft",
] as const;
const SERIES = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => `series-${at}`);
const HEATS = [0, 1, 2, 3, 4, 5, 6, 7].map((at) => `heat-${at}`);
const INKS = ["ink", "ink-soft", "ink-faint", "accent-text", "good-ink", "warn-ink", "bad-ink", "info-ink"] as const;

export function Colours() {
  const { type } = gallery;
  return (
    <Group id="colours">
      <div>
        <p style={{ fontSize: "var(--text-xl)", fontWeight: 600 }}>{type.heading}</p>
        <p>{type.text}</p>
        <p style={{ fontSize: "var(--text-xs)", color: "var(--ink-faint)" }}>{type.small}</p>
      </div>
      <div className="g-swatches">
        {SOLID.map((name) => (
          <span key={name} className="g-swatch" style={{ background: `var(--${name})` }}>
            {name}
          </span>
        ))}
        {INKS.map((name) => (
          <span key={name} className="g-swatch" style={{ color: `var(--${name})` }}>
            {name}
          </span>
        ))}
      </div>
      <div className="g-swatches">
        {SERIES.map((name) => (
          <span key={name} className="g-swatch" style={{ borderLeft: `12px solid var(--${name})` }}>
            {name}
          </span>
        ))}
        {HEATS.map((name) => (
          <span key={name} className="g-swatch" style={{ background: `var(--${name})`, color: `var(--${name}-ink)` }}>
            {name}
          </span>
        ))}
      </div>
    </Group>
  );
}
