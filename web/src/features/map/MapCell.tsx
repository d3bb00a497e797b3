/** What stands in one cell of the map: value, change, n and freshness, and why it is thin or empty. */
import { classes, Icon, Named } from "~/ui";
import { words } from "~/words";
import { metricValue } from "~/words/format";
import { ChangeMark } from "./ChangeMark";
import type { Density } from "./place";
import type { MapCellData, MapColumn, MapEntry, MapLane, MapMetric } from "./types";
import "./MapCell.css";

const said = words.map;
const COMPACT_ENTRIES = 2;

export interface CellContentProps {
  lane: MapLane;
  column: MapColumn;
  cell: MapCellData;
  density: Density;
  isFolded: boolean;
}

export function CellContent({ lane, column, cell, density, isFolded }: CellContentProps) {
  if (cell.state === "empty") return <p className="m-empty">{cell.reason}</p>;
  if (isFolded) return <p className="m-folded">{said.things(cell.n, lane.unit)}</p>;
  const isCompact = density === "compact";
  return (
    <>
      {lane.kind === "reach" && <Reach column={column} />}
      {cell.entries.length > 0 && <Entries entries={cell.entries} isCompact={isCompact} />}
      {cell.metrics.map((metric) => (
        <Metric key={metric.metric.name} found={metric} isCompact={isCompact} />
      ))}
      <Foot lane={lane} cell={cell} isCompact={isCompact} />
    </>
  );
}

function Reach({ column }: { column: MapColumn }) {
  return (
    <p className="m-reach">
      <span className="m-value">{said.share(column.share)}</span>
      <span className="m-reach-of">{said.reached}</span>
      <ChangeMark change={column.change} unit="ratio" />
    </p>
  );
}

function Entries({ entries, isCompact }: { entries: readonly MapEntry[]; isCompact: boolean }) {
  const shown = isCompact ? entries.slice(0, COMPACT_ENTRIES) : entries;
  const left = entries.slice(shown.length).reduce((sum, entry) => sum + Math.max(1, entry.other), 0);
  return (
    <ul className="m-entries">
      {shown.map((entry) => (
        <li
          key={entry.key || "other"}
          className={classes("m-entry", entry.other > 0 && "m-rest")}
          data-entry={entry.through}
        >
          <span className="m-entry-line">
            <span className="m-entry-label">
              {entry.other > 0 ? said.others : <Named truncate={false}>{entry.title}</Named>}
            </span>
            <span className="m-value">{said.share(entry.share)}</span>
            {entry.change?.value !== null && <ChangeMark change={entry.change} unit="ratio" />}
          </span>
          {!isCompact && (
            <span className="m-bar" aria-hidden="true">
              <span className="m-bar-fill" style={{ width: `${Math.max(entry.share * 100, 1)}%` }} />
            </span>
          )}
          {!isCompact && entry.wait_seconds !== null && (
            <span className="m-remark">{said.wait(entry.wait_seconds)}</span>
          )}
          {!isCompact && entry.other > 0 && <span className="m-remark">{said.other(entry.other)}</span>}
        </li>
      ))}
      {left > 0 && <li className="m-remark">{said.other(left)}</li>}
    </ul>
  );
}

function Metric({ found, isCompact }: { found: MapMetric; isCompact: boolean }) {
  const { metric } = found;
  const state = said.state[metric.state] ?? "";
  return (
    <div className="m-metric" data-entry={found.through}>
      <span className="m-metric-title">{metric.title}</span>
      <span className="m-metric-line">
        <span className="m-value">{metric.value === null ? state : metricValue(metric)}</span>
        {metric.value !== null && <ChangeMark change={found.change} unit={metric.unit} better={metric.better} />}
      </span>
      {!isCompact && metric.value !== null && metric.low !== null && metric.high !== null && (
        <span className="m-remark">
          {words.ui.metric.interval(
            metricValue({ value: metric.low, unit: metric.unit }),
            metricValue({ value: metric.high, unit: metric.unit }),
          )}
        </span>
      )}
      <span className="m-remark">
        {words.ui.metric.n(metric.n)}
        {metric.value !== null && state && `, ${state}`}
      </span>
      {!isCompact && metric.value === null && <span className="m-remark">{metric.reason}</span>}
    </div>
  );
}

function Foot({ lane, cell, isCompact }: { lane: MapLane; cell: MapCellData; isCompact: boolean }) {
  const unknown = cell.entries.find((entry) => entry.change?.value === null)?.change;
  return (
    <p className="m-foot">
      <span className="m-n">{said.n(cell.n, lane.unit)}</span>
      {!isCompact && lane.unit !== "journey" && <span>{said.inJourneys(cell.journeys)}</span>}
      {cell.newest_at && !cell.stale_since && <span>{said.newest(cell.newest_at)}</span>}
      {cell.stale_since && (
        <span className="m-state" title={said.staleHelp}>
          <Icon name="clock" size={12} />
          {said.stale(cell.stale_since)}
        </span>
      )}
      {unknown && cell.state === "ok" && <ChangeMark change={unknown} unit="ratio" />}
      {cell.state !== "ok" && (
        <span className="m-state" title={cell.reason}>
          <Icon name={cell.state === "thin" ? "thin" : "hourglass"} size={12} />
          {isCompact ? said.state[cell.state] : cell.reason}
          {isCompact && <span className="c-hidden">{cell.reason}</span>}
        </span>
      )}
    </p>
  );
}
