/** A downloaded table keeps what the screen shows beside its numbers: n, interval, unit, and which journeys they are about. */
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { duration, number, percent, setFormat } from "~/words/format";
import { amountColumn } from "./columns";
import { type Column, DataTable } from "./DataTable";
import { countFile, FileScope, fileColumns, intervalFile, unitFile } from "./tableFile";

interface Row {
  wait: number | null;
  share: { value: number; low: number; high: number; n: number } | null;
}
const rows: Row[] = [
  { wait: 101_366, share: { value: 0.457, low: 0.4, high: 0.51, n: 210 } },
  { wait: null, share: null },
];
const columns: Column<Row>[] = [
  amountColumn("wait", "Median wait", duration, (row) => row.wait),
  {
    id: "unresolved",
    header: "Not resolved",
    cell: (row) => percent(row.share?.value),
    value: (row) => row.share?.value,
    file: [
      { header: "Not resolved (0–1)", value: (row) => row.share?.value },
      ...intervalFile<Row>((row) => row.share, "ratio"),
      countFile((row) => row.share?.n ?? null),
    ],
  },
];

afterEach(() => vi.restoreAllMocks());

test("the file holds n and interval beside the value, and the header names the unit", async () => {
  const user = userEvent.setup();
  render(<DataTable label="Handoffs" columns={columns} rows={rows} rowKey={(row) => String(row.wait)} download="x" />);
  await user.click(screen.getByRole("button", { name: "Copy the table" }));
  expect((await navigator.clipboard.readText()).split("\n")).toEqual([
    "Median wait (s)\tNot resolved (0–1)\t95 % interval from (0–1)\t95 % interval to (0–1)\tn",
    "101366\t0.457\t0.4\t0.51\t210",
    "\t\t\t\t",
  ]);
});

test("the file's name says which journeys it is about", async () => {
  let name = "";
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => {} }));
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    name = this.download;
  });
  render(
    <FileScope.Provider value="channel-chat_2026-05">
      <DataTable label="Handoffs" columns={columns} rows={rows} rowKey={(row) => String(row.wait)} download="worst" />
    </FileScope.Provider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Download the table as CSV" }));
  expect(name).toBe("worst_channel-chat_2026-05.csv");
});

test("plain counts have no unit, money has its currency, and rows may each have their own", () => {
  setFormat({ currency: "CHF" });
  const count = amountColumn<Row>("n", "n", number, (row) => row.wait);
  expect(fileColumns([count]).map(({ header }) => header)).toEqual(["n"]);
  expect(fileColumns([{ ...count, unit: "money" }])[0]?.header).toBe("n (CHF)");
  const [row] = rows;
  expect(row && unitFile<Row>(() => "seconds").value(row)).toBe("s");
  setFormat({ currency: "EUR" });
});
