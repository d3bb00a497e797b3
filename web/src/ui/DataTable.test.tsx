/** The table: sorts, opens rows by keyboard, sums up, and gives its rows away as they stand. */
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Column, DataTable, sorted } from "./DataTable";
import { asCsv, asTabs, fileName } from "./download";

interface Row {
  name: string;
  n: number | null;
}
const rows: Row[] = [
  { name: "Email 10", n: 5 },
  { name: "email 9", n: null },
  { name: "Chat", n: 12 },
];
const columns: Column<Row>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, value: (row) => row.name },
  { id: "n", header: "Number", cell: (row) => row.n, value: (row) => row.n, align: "end" },
];
const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent);

test("a press on a header sorts, another turns the order, and screen readers are told", async () => {
  render(<DataTable label="Handoffs" columns={columns} rows={rows} rowKey={(row) => row.name} />);
  await userEvent.click(screen.getByRole("button", { name: "Number" }));
  expect(names()).toEqual(["Chat", "Email 10", "email 9"]);
  expect(screen.getByRole("columnheader", { name: "Number" }).getAttribute("aria-sort")).toBe("descending");
  await userEvent.click(screen.getByRole("button", { name: "Number" }));
  expect(names()).toEqual(["Email 10", "Chat", "email 9"]);
});

test("what is missing stands last in both directions, and numbers in names count as numbers", () => {
  const order = (column: string, down: boolean) => sorted(rows, columns, { column, down }).map((row) => row.name);
  expect(order("n", false).at(-1)).toBe("email 9");
  expect(order("n", true).at(-1)).toBe("email 9");
  expect(order("name", false)).toEqual(["Chat", "email 9", "Email 10"]);
});

test("a row opens by click anywhere and by keyboard on its name", async () => {
  const open = vi.fn();
  render(<DataTable label="Handoffs" columns={columns} rows={rows} rowKey={(row) => row.name} onRow={open} />);
  await userEvent.click(screen.getByText("12"));
  expect(open).toHaveBeenLastCalledWith(rows[2]);
  screen.getByRole("button", { name: "Email 10" }).focus();
  await userEvent.keyboard("{Enter}");
  expect(open).toHaveBeenLastCalledWith(rows[0]);
  expect(open).toHaveBeenCalledTimes(2);
});

test("a table without rows keeps its headers and says why", () => {
  render(<DataTable label="Handoffs" columns={columns} rows={[]} rowKey={(row) => row.name} empty="No handoffs" />);
  within(screen.getByRole("table")).getByText("No handoffs");
});

test("copying gives the rows in the order that is shown", async () => {
  const user = userEvent.setup();
  render(
    <DataTable
      label="Handoffs"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.name}
      download="handoffs"
      sort={{ column: "n", down: true }}
    />,
  );
  await user.click(screen.getByRole("button", { name: "Copy the table" }));
  expect(await navigator.clipboard.readText()).toBe("Name\tNumber\nChat\t12\nEmail 10\t5\nemail 9\t");
});

test("CSV quotes what must be quoted, and text that a spreadsheet would run is defused", () => {
  expect(asCsv(["a"], [['say "hi", twice'], ["two\nlines"], [1.5], [null]])).toBe(
    'a\r\n"say ""hi"", twice"\r\n"two\nlines"\r\n1.5\r\n\r\n',
  );
  expect(asCsv(["a"], [["=HYPERLINK(1)"], ["+49 30 123"], ["-5"], ["@x"]])).toBe(
    "a\r\n'=HYPERLINK(1)\r\n'+49 30 123\r\n-5\r\n'@x\r\n",
  );
  expect(asCsv(["a"], [["foo;=1+1"], ['b; "@x'], ["two\n+lines"], ["later; maybe"]])).toBe(
    'a\r\n"foo;\'=1+1"\r\n"b; ""\'@x"\r\n"two\n\'+lines"\r\n"later; maybe"\r\n',
  );
  expect(asTabs(["a", "b"], [["x\ty", "l\nm"]])).toBe("a\tb\nx y\tl m");
});

test("a file's name can't leave its folder", () => {
  expect(fileName("../../etc/passwd")).toBe("..-..-etc-passwd");
  expect(fileName('a"b|c\u202etxt')).toBe("a-b-c-txt");
});
