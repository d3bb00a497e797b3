/** The map as a grid: stages and their steps across, lanes down; one tab stop, arrow keys, Enter opens. */
import { type CSSProperties, type MouseEvent, useCallback, useId } from "react";
import { classes, Icon, Named } from "~/ui";
import { words } from "~/words";
import { useGridKeys } from "./gridKeys";
import { CellContent } from "./MapCell";
import { cellOf, type Density } from "./place";
import type { MapCellData, MapColumn, MapLane } from "./types";
import "./MapGrid.css";

const said = words.map;
/** Lanes that a map has and nothing fills yet. */
const UNMEASURED = ["emotion", "pain_points"] as const;

export interface MapGridProps {
  columns: readonly MapColumn[];
  /** Lanes with their cells for just these columns. */
  lanes: readonly MapLane[];
  density: Density;
  folded: readonly string[];
  opened: readonly string[];
  stageTitle: (stage: string) => string;
  onStage: (stage: string) => void;
  onFold: (lane: string) => void;
  onCell: (cell: string) => void;
}

export function MapGrid(props: MapGridProps) {
  const { columns, lanes, density, folded, opened, stageTitle, onStage, onFold, onCell } = props;
  const isOne = columns.filter((column) => column.kind === "stage").length === 1;
  const help = useId();
  const enter = useCallback(
    ({ row, column }: { row: number; column: number }) => {
      const [lane, stage] = [lanes[row - 1], columns[column - 1]];
      if (row === 0 && stage?.kind === "stage") onStage(stage.stage);
      else if (column === 0 && lane) onFold(lane.kind);
      else if (lane?.cells[column - 1]) onCell(lane.cells[column - 1]?.cell ?? "");
    },
    [lanes, columns, onStage, onFold, onCell],
  );
  const rows = 1 + lanes.length + UNMEASURED.length;
  const { grid, gridProps, cellProps } = useGridKeys(rows, columns.length + 1, enter);
  return (
    <div className={classes("m-scroll", density === "compact" && "m-compact", isOne && "m-scroll-one")}>
      <p id={help} className="c-hidden">
        {said.gridHelp}
      </p>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of a table that is a grid are gridcells by themselves
        role="grid"
        aria-label={said.grid}
        aria-describedby={help}
        aria-readonly="true"
        aria-rowcount={rows}
        aria-colcount={columns.length + 1}
        className="m-grid"
        style={widths(columns)}
        {...gridProps}
      >
        <thead>
          <tr>
            <th scope="col" className="m-corner" {...cellProps(0, 0)}>
              <span className="c-hidden">{said.lane}</span>
            </th>
            {columns.map((column, at) => (
              <ColumnHead
                key={column.id}
                column={column}
                stage={stageTitle(column.stage)}
                isOpen={opened.includes(column.stage)}
                onStage={onStage}
                place={cellProps(0, at + 1)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {lanes.map((lane, row) => {
            const isFolded = folded.includes(lane.kind);
            return (
              <tr key={lane.kind} className={classes("m-lane", isFolded && "m-lane-folded")}>
                <th
                  scope="row"
                  className="m-lane-head"
                  aria-expanded={!isFolded}
                  title={isFolded ? said.laneToggle.open(lane.title) : said.laneToggle.close(lane.title)}
                  onClick={() => onFold(lane.kind)}
                  {...cellProps(row + 1, 0)}
                >
                  <span className="m-head-line">
                    <Icon name={isFolded ? "chevron-right" : "chevron-down"} size={14} />
                    <span className="m-lane-title">{lane.title}</span>
                  </span>
                  {!isFolded && <span className="m-lane-question">{lane.question}</span>}
                </th>
                {lane.cells.map((cell, at) => {
                  const column = columns[at];
                  return column ? (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles Enter for the cell that has the focus
                    <td
                      key={cell.column}
                      aria-haspopup="dialog"
                      className={classes("m-cell", `m-col-${column.kind}`, `m-is-${cell.state}`)}
                      onClick={(event) => onCell(clicked(event, cell))}
                      {...cellProps(row + 1, at + 1)}
                    >
                      <CellContent lane={lane} column={column} cell={cell} density={density} isFolded={isFolded} />
                    </td>
                  ) : null;
                })}
              </tr>
            );
          })}
          {UNMEASURED.map((lane, at) => (
            <tr key={lane} className="m-unmeasured">
              <th scope="row" className="m-lane-head" {...cellProps(1 + lanes.length + at, 0)}>
                <span className="m-lane-title">{said.unmeasured[lane]}</span>
              </th>
              <td colSpan={columns.length} {...cellProps(1 + lanes.length + at, 1)}>
                {said.unmeasured.reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many wide and narrow columns there are, for the table's width. */
const widths = (columns: readonly MapColumn[]): CSSProperties => {
  const stages = columns.filter((column) => column.kind === "stage").length;
  return { "--m-stages": stages, "--m-steps": columns.length - stages } as CSSProperties;
};

interface ColumnHeadProps {
  column: MapColumn;
  stage: string;
  isOpen: boolean;
  onStage: (stage: string) => void;
  place: { "data-at": string; tabIndex: number };
}

function ColumnHead({ column, stage, isOpen, onStage, place }: ColumnHeadProps) {
  if (column.kind !== "stage")
    return (
      <th scope="col" className="m-head m-head-step" {...place}>
        <span className="m-head-of">{said.stage.of(stage)}</span>
        <span className="m-head-title">
          {column.kind === "other" ? said.stage.otherShort : <Named truncate={false}>{column.title}</Named>}
        </span>
      </th>
    );
  const can = column.journeys > 0;
  return (
    <th
      scope="col"
      className={classes("m-head m-head-stage", can && "m-head-opens")}
      {...(can
        ? {
            "aria-expanded": isOpen,
            title: isOpen ? said.stage.close(stage) : said.stage.open(stage),
            onClick: () => onStage(column.stage),
          }
        : {})}
      {...place}
    >
      <span className="m-head-line">
        <span className="m-head-title">
          <Named truncate={false}>{column.title}</Named>
        </span>
        {can && <Icon name={isOpen ? "minus" : "plus"} size={14} />}
      </span>
      <span className="m-head-count">{said.steps(column.steps)}</span>
    </th>
  );
}

/** The entry that was clicked on, else the whole cell. */
function clicked(event: MouseEvent, cell: MapCellData): string {
  const entry = event.target instanceof Element ? event.target.closest("[data-entry]") : null;
  return entry ? cellOf(entry.getAttribute("data-entry") ?? cell.cell) : cell.cell;
}
