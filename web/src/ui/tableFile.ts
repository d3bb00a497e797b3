/** What a table gives away as a file: more than it shows in a cell, each value with its unit and what it rests on. */
import { createContext, useContext } from "react";
import { words } from "~/words";
import type { Unit } from "~/words/format";
import { fileUnit } from "~/words/format";
import type { Plain } from "./download";

/** One column of the file. */
export interface FileColumn<R> {
  header: string;
  value: (row: R) => Plain;
}

interface ShownColumn<R> {
  header: string;
  value?: (row: R) => Plain;
  unit?: Unit;
  file?: readonly FileColumn<R>[];
}

/** The file's columns: those that a shown one names for it, or its own value with the unit in the header. */
export function fileColumns<R>(columns: readonly ShownColumn<R>[]): FileColumn<R>[] {
  return columns.flatMap(({ header, value, unit, file }) => {
    if (file) return file;
    return value ? [{ header: inUnit(header, unit), value }] : [];
  });
}

/** `Median wait (s)`: a file's numbers are bare, so the header says what they are. */
export function inUnit(header: string, unit: Unit | null | undefined): string {
  const name = unit ? fileUnit(unit) : "";
  return name ? `${header} (${name})` : header;
}

interface Interval {
  low?: number | null;
  high?: number | null;
}

const said = words.ui.table.file;

/** The ends of an interval; with a name in front where the table has several. */
export function intervalFile<R>(of: (row: R) => Interval | null, unit?: Unit, name = ""): FileColumn<R>[] {
  const head = (end: string) => inUnit(name ? `${name}: ${end}` : end, unit);
  return [
    { header: head(said.low), value: (row) => of(row)?.low },
    { header: head(said.high), value: (row) => of(row)?.high },
  ];
}

/** How many a value rests on. */
export function countFile<R>(of: (row: R) => number | null, name = ""): FileColumn<R> {
  return { header: name ? `${name}: ${said.n}` : said.n, value: of };
}

/** The unit, for tables whose rows have different ones. */
export const unitFile = <R>(of: (row: R) => Unit): FileColumn<R> => ({
  header: said.unit,
  value: (row) => fileUnit(of(row)),
});

/** What the numbers on the screen are about, as the end of a file's name; empty where they are about everything. */
export const FileScope = createContext("");

/** `busiest-journeys_channel-chat_2026-05`: a file says what it is about wherever it lies. */
export function useFileName(name: string): string {
  const scope = useContext(FileScope);
  return scope ? `${name}_${scope}` : name;
}
