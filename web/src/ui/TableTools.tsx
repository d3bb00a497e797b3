/** Copy or download of a table's rows as they are sorted now. */
import { words } from "~/words";
import { IconButton } from "./Button";
import type { Column } from "./DataTable";
import { asCsv, asTabs, copyText, downloadText, type Plain } from "./download";
import { notify } from "./notify";
import { fileColumns, useFileName } from "./tableFile";

export interface TableToolsProps<R> {
  name: string;
  columns: readonly Pick<Column<R>, "id" | "header" | "value" | "unit" | "file">[];
  rows: readonly R[];
}

export function TableTools<R>({ name, columns, rows }: TableToolsProps<R>) {
  const file = useFileName(name);
  const told = fileColumns(columns);
  const header = told.map((column) => column.header);
  const plain = (): Plain[][] => rows.map((row) => told.map((column) => column.value(row)));
  const copy = async () => {
    const done = await copyText(asTabs(header, plain()));
    notify(done ? { text: words.ui.table.copied, tone: "good" } : { text: words.ui.table.copyFailed, tone: "warn" });
  };
  return (
    <span className="c-table-tools">
      <IconButton size="small" icon="copy" label={words.ui.table.copyTable} onPress={() => void copy()} />
      <IconButton
        size="small"
        icon="download"
        label={words.ui.table.downloadTable}
        onPress={() => downloadText(`${file}.csv`, asCsv(header, plain()))}
      />
    </span>
  );
}
