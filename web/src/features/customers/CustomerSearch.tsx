/** Finds a customer by any identifier; until something is looked for, those seen last are listed. */
import { useNavigate } from "react-router";
import { customerAt } from "~/thread";
import {
  amountColumn,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  ProblemState,
  Screen,
  SearchField,
  Skeleton,
} from "~/ui";
import { words } from "~/words";
import { moment, number } from "~/words/format";
import { Identifier } from "./Identifier";
import { Name } from "./Name";
import { RecentCustomers } from "./RecentCustomers";
import { type Found, type Search, SHORTEST, useSearch } from "./useSearch";

type Row = Found["items"][number];
const { columns: heads } = words.customers;

const COLUMNS: readonly Column<Row>[] = [
  { id: "customer", header: heads.customer, value: (row) => row.name, cell: (row) => <Who row={row} /> },
  {
    id: "matched",
    header: heads.matched,
    value: (row) => row.matched,
    cell: (row) => <Matched row={row} />,
    hideOnSmall: true,
  },
  amountColumn("journeys", heads.journeys, number, (row) => row.journeys),
  amountColumn("steps", heads.steps, number, (row) => row.steps, { hideOnSmall: true }),
  {
    id: "last",
    header: heads.lastSeen,
    align: "end",
    value: (row) => row.last_seen,
    cell: (row) => (row.last_seen ? moment(row.last_seen) : words.customers.recordsOnly),
  },
];

export function CustomerSearch() {
  const search = useSearch();
  const navigate = useNavigate();
  const only = search.found?.items.length === 1 ? search.found.items[0] : undefined;
  return (
    <Screen
      title={words.app.screens.customers}
      lead={words.customers.lead}
      actions={
        <LinkButton to="/customers/review" icon="compare">
          {words.review.open}
        </LinkButton>
      }
    >
      <div className="customer-search">
        <SearchField
          label={words.customers.search}
          description={words.customers.searchHelp}
          placeholder={words.customers.searchPlaceholder}
          value={search.words}
          onChange={search.setWords}
          onSubmit={() => only && void navigate(customerAt(only.customer_id))}
          autoComplete="off"
          maxLength={200}
          autoFocus
        />
      </div>
      {search.words.trim() === "" ? <RecentCustomers /> : <Results search={search} />}
    </Screen>
  );
}

function Results({ search }: { search: Search }) {
  const navigate = useNavigate();
  const { found, problem } = search;
  if (search.words.trim().length < SHORTEST) return <p role="status">{words.customers.short}</p>;
  if (problem) return <ProblemState problem={problem} retry={search.retry} />;
  if (!found) return <Skeleton lines={6} label={words.customers.looking} />;
  if (found.items.length === 0)
    return <EmptyState icon="search" title={words.customers.nobody.title} body={words.customers.nobody.body} />;
  return (
    <div aria-busy={search.isLooking}>
      <DataTable
        label={words.customers.search}
        caption={<span role="status">{words.customers.found(found.items.length, found.more)}</span>}
        columns={COLUMNS}
        rows={found.items}
        rowKey={(row) => row.customer_id}
        onRow={(row) => void navigate(customerAt(row.customer_id))}
        download={words.customers.download}
      />
    </div>
  );
}

/** On a phone there is no column for what was found, so it stands below where it isn't the name itself. */
function Who({ row }: { row: Row }) {
  return (
    <span className="customer-who">
      <Name name={row.name} />
      {row.matched !== row.name && (
        <span className="customer-found-by">
          <Matched row={row} />
        </span>
      )}
    </span>
  );
}

function Matched({ row }: { row: Row }) {
  if (row.by === "identifier") return <Identifier identifier={row.matched} />;
  return <Identifier identifier={`${words.customers.by[row.by] ?? row.by}:${row.matched}`} />;
}
