/** How far something has come; without a value it only says that work goes on. */
import { ProgressBar } from "react-aria-components";
import { percent } from "~/words/format";
import "./Progress.css";

export interface ProgressProps {
  label: string;
  /** Done so far; null while the whole isn't known. */
  value: number | null;
  max?: number;
  /** What stands on the right instead of the share. */
  valueText?: string;
  hideLabel?: boolean;
}

export function Progress({ label, value, max = 100, valueText, hideLabel = false }: ProgressProps) {
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max));
  const text = valueText ?? (share === null ? "" : percent(share, 0));
  return (
    <ProgressBar
      className="c-progress"
      aria-label={label}
      value={share === null ? 0 : share * 100}
      isIndeterminate={share === null}
      {...(text ? { valueLabel: text } : {})}
    >
      {!hideLabel && (
        <span className="c-progress-words">
          <bdi className="c-progress-label">{label}</bdi>
          <span className="c-progress-value">{text}</span>
        </span>
      )}
      <span className="c-progress-track">
        <span className="c-progress-fill" style={share === null ? undefined : { width: `${share * 100}%` }} />
      </span>
    </ProgressBar>
  );
}
