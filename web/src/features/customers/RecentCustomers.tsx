/** The customers with journeys in the selection, the one seen last first: a place to begin without a name. */
import { useNavigate } from "react-router";
import type { components } from "~/api/client";
import { api, useAsk } from "~/api/client";
import { SelectionBar, useSelection } from "~/selection";
import { customerAt } from "~/thread";
import { Card, EmptyState, type RowColumn, RowList, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { moment, number } from "~/words/format";
import { Name } from "./Name";

type Row = components["schemas"]["CustomerLineState"];
const { columns: heads } = words.customers;

const COLUMNS: readonly RowColumn<Row>[] = [
  { id: "customer", header: heads.customer, width: "minmax(180px, 3fr)", cell: (row) => <Name name={row.name} /> },
  {
    id: "identifiers",
    header: heads.identifiers,
    align: "end",
    cell: (row) => number(row.identifiers),
    hideOnSmall: true,
  },
  {
    id: "journeys",
    header: heads.journeys,
    align: "end",
    width: "minmax(72px, 1fr)",
    cell: (row) => number(row.journeys),
  },
  { id: "steps", header: heads.steps, align: "end", cell: (row) => number(row.steps), hideOnSmall: true },
  {
    id: "last",
    header: heads.lastSeen,
    align: "end",
    width: "minmax(128px, 1.4fr)",
    cell: (row) => (row.last_seen ? moment(row.last_seen) : ""),
  },
];

export function RecentCustomers() {
  const { asParams } = useSelection();
  const navigate = useNavigate();
  const first = useAsk("/api/v1/customers", { params: { query: { ...asParams, limit: 1 } } });
  const load = async (at: number, limit: number) => {
    const { data } = await api.GET("/api/v1/customers", { params: { query: { ...asParams, at, limit } } });
    return data?.items ?? [];
  };
  return (
    <>
      <SelectionBar />
      <Shown
        ask={first}
        skeleton={<Skeleton height={480} />}
        empty={(page) =>
          page.total === 0 && (
            <EmptyState title={words.customers.noneAtAll.title} body={words.customers.noneAtAll.body} />
          )
        }
      >
        {(page) => (
          <Card title={words.customers.recent} lead={words.customers.recentLead(page.total)} flush>
            <RowList
              label={words.customers.recent}
              total={page.total}
              load={load}
              question={JSON.stringify(asParams)}
              columns={COLUMNS}
              rowKey={(row) => row.customer_id}
              onRow={(row) => void navigate(customerAt(row.customer_id))}
            />
          </Card>
        )}
      </Shown>
    </>
  );
}
