/** A share with its interval and n, and a difference with its interval and what it says: cells of the comparison's tables. */
import { behindHref } from "~/behind";
import type { Selection } from "~/selection";
import { TextLink } from "~/ui";
import { words } from "~/words";
import { metricChange, percent } from "~/words/format";
import type { Difference, Share } from "./types";

const said = words.explorer.groups;

export interface ShareCellProps {
  share: Share;
  through: string;
  selection: Selection;
  /** "Group A: Chat → Phone", read out with the link. */
  label: string;
  isSecond?: boolean;
}

export function ShareCell({ share, through, selection, label, isSecond = false }: ShareCellProps) {
  if (share.value === null) return <span>{words.charts.empty}</span>;
  const written = said.of(share.n, share.of);
  return (
    <span className="explorer-cell">
      <span className="explorer-cell-value">
        <span className={`explorer-cell-track ${isSecond ? "explorer-cell-b" : "explorer-cell-a"}`} aria-hidden="true">
          <span style={{ width: `${share.value * 100}%` }} />
        </span>
        {percent(share.value)}
      </span>
      <span className="explorer-cell-beside">
        {share.n === 0 ? (
          written
        ) : (
          <TextLink to={behindHref(through, selection)} quiet label={`${label}, ${written}`}>
            {written}
          </TextLink>
        )}
      </span>
    </span>
  );
}

export function DifferenceCell({ difference, unit }: { difference: Difference; unit: string }) {
  const { value, low, high, verdict, reason } = difference;
  if (value === null) return <span title={reason}>{said.verdicts.unknown}</span>;
  const isSure = verdict === "up" || verdict === "down";
  return (
    <span className={isSure ? "explorer-cell explorer-cell-sure" : "explorer-cell"}>
      <span className="explorer-cell-value">{metricChange({ value, unit })}</span>
      <span className="explorer-cell-beside">
        {low !== null && high !== null && (
          <span>{said.interval(metricChange({ value: low, unit }), metricChange({ value: high, unit }))}</span>
        )}
        <span>{said.verdicts[verdict]}</span>
      </span>
    </span>
  );
}
