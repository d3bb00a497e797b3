/** How large a share of journeys a graph shows by their own path. */
import { useEffect, useState } from "react";
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components";
import { words } from "~/words";

const said = words.explorer.flow;
/** Held still for so long, the graph follows while the thumb is still held. */
const PAUSE_MS = 180;

export interface CoverageSliderProps {
  value: number;
  onChange: (value: number) => void;
}

export function CoverageSlider({ value, onChange }: CoverageSliderProps) {
  const [held, setHeld] = useState(value);
  useEffect(() => setHeld(value), [value]);
  useEffect(() => {
    if (held === value) return;
    const timer = setTimeout(() => onChange(held), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [held, value, onChange]);
  return (
    <Slider className="explorer-slider" value={held} onChange={(next) => setHeld(Array.isArray(next) ? next[0] : next)}>
      <Label className="explorer-control-label">{said.coverage}</Label>
      <SliderOutput className="explorer-slider-value">{said.coverageValue(held)}</SliderOutput>
      <SliderTrack className="explorer-slider-track">
        <span className="explorer-slider-fill" style={{ width: `${held}%` }} />
        <SliderThumb className="explorer-slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}
