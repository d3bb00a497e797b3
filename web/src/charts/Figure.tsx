/** The frame around every drawing: what it shows, the same as a table, and the ways to take it along. */
import { type ReactNode, useId, useRef, useState } from "react";
import { IconButton } from "~/ui/Button";
import { asCsv, asTabs, copyText, downloadText, type Plain } from "~/ui/download";
import { Menu } from "~/ui/Menu";
import { notify } from "~/ui/notify";
import { ScrollBox } from "~/ui/ScrollBox";
import { inUnit, useFileName } from "~/ui/tableFile";
import { words } from "~/words";
import { number, type Unit } from "~/words/format";
import { savePng, saveSvg } from "./picture";
import "./Figure.css";

export interface FigureTable {
  columns: readonly string[];
  rows: readonly (readonly Plain[])[];
  /** How a value is written in the shown table; the download keeps the plain value. */
  format?: (value: Plain, column: number) => ReactNode;
  /** Of the bare values, for the headers of the download; null for a column without one. */
  units?: readonly (Unit | null)[];
}

export interface FigureProps {
  title: string;
  /** What the drawing shows, in a sentence; read out with the title. */
  description?: ReactNode;
  /** The same numbers as a table: the equivalent for those who can't see the drawing. */
  table: FigureTable;
  /** Name of the downloaded files, without ending. */
  name: string;
  children: ReactNode;
  /** More controls on the right of the title. */
  actions?: ReactNode;
  level?: 2 | 3 | 4;
}

export function Figure({ title, description, table, name, children, actions, level = 3 }: FigureProps) {
  const id = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const Title = `h${level}` as const;
  const file = useFileName(name);
  const header = table.columns.map((column, at) => inUnit(column, table.units?.[at]));
  const save = async (kind: "svg" | "png") => {
    const done = drawing.current !== null && (await (kind === "svg" ? saveSvg : savePng)(drawing.current, file));
    if (!done) notify({ text: words.charts.notDrawn, tone: "warn" });
  };
  const copy = async () => {
    if (await copyText(asTabs(header, table.rows))) notify({ text: words.charts.copied, tone: "good" });
    else notify({ text: words.ui.table.copyFailed, tone: "warn" });
  };
  return (
    <figure
      className="ch-figure"
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-lead` : undefined}
    >
      <figcaption className="ch-figure-head">
        <div className="ch-figure-words">
          <Title id={`${id}-title`} className="ch-figure-title">
            {title}
          </Title>
          {description && (
            <p id={`${id}-lead`} className="ch-figure-lead">
              {description}
            </p>
          )}
        </div>
        <div className="ch-figure-tools">
          {actions}
          <IconButton
            size="small"
            icon={asTable ? "chart" : "table"}
            label={asTable ? words.charts.asChart : words.charts.asTable}
            onPress={() => setAsTable(!asTable)}
          />
          <Menu
            label={words.charts.more}
            icon="download"
            iconOnly
            kind="quiet"
            size="small"
            items={[
              {
                id: "csv",
                label: words.charts.csv,
                icon: "table",
                onAction: () => downloadText(`${file}.csv`, asCsv(header, table.rows)),
              },
              { id: "copy", label: words.charts.copy, icon: "copy", onAction: () => void copy() },
              {
                id: "svg",
                label: words.charts.svg,
                icon: "chart",
                onAction: () => void save("svg"),
                isDisabled: asTable,
                startsGroup: true,
              },
              {
                id: "png",
                label: words.charts.png,
                icon: "chart",
                onAction: () => void save("png"),
                isDisabled: asTable,
              },
              {
                id: "print",
                label: words.charts.print,
                icon: "print",
                onAction: () => globalThis.print(),
                startsGroup: true,
              },
            ]}
          />
        </div>
      </figcaption>
      {asTable ? (
        <PlainTable title={title} table={table} />
      ) : (
        <div ref={drawing} className="ch-figure-drawing">
          {table.rows.length === 0 ? <p className="ch-figure-none">{words.charts.noData}</p> : children}
        </div>
      )}
    </figure>
  );
}

function PlainTable({ title, table }: { title: string; table: FigureTable }) {
  const numeric = table.columns.map((_, at) => table.rows.some((row) => typeof row[at] === "number"));
  return (
    <ScrollBox label={title} className="c-table-scroll ch-figure-table">
      <table className="c-table">
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={numeric[at] ? "c-table-end" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: plain rows have no identity of their own
            <tr key={index}>
              {row.map((value, at) => {
                const Cell = at === 0 ? "th" : "td";
                return (
                  <Cell
                    key={table.columns[at]}
                    scope={at === 0 ? "row" : undefined}
                    className={numeric[at] ? "c-table-end" : undefined}
                  >
                    {table.format ? table.format(value, at) : written(value)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const written = (value: Plain): ReactNode =>
  value === null || value === undefined ? (
    words.charts.empty
  ) : typeof value === "number" ? (
    number(value)
  ) : (
    <bdi>{String(value)}</bdi>
  );
