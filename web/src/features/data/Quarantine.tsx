/** Rows that wait: why, by source; row by row; and another try once the mapping is mended. */
import { useSearchParams } from "react-router";
import { useAsk } from "~/api/client";
import { useOrderJob } from "~/jobs";
import {
  amountColumn,
  Button,
  Card,
  type Column,
  DataTable,
  EmptyState,
  LinkButton,
  nameColumn,
  notify,
  ProblemState,
  Shown,
  Skeleton,
} from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import type { Reason } from "./types";
import { WaitingRows } from "./WaitingRows";

const said = words.data.quarantine;

export interface Wish {
  source?: string;
  column?: string;
  reason?: string;
}

export function Quarantine() {
  const ask = useAsk("/api/v1/quarantine/reasons", {}, { ofView: false, everySeconds: 10 });
  return (
    <Shown
      ask={ask}
      skeleton={<Skeleton height={420} />}
      empty={(reasons) => reasons.rows === 0 && <EmptyState icon="good" title={said.empty} body={said.emptyBody} />}
    >
      {(reasons) => <Waiting reasons={reasons.items} rows={reasons.rows} />}
    </Shown>
  );
}

function Waiting({ reasons, rows }: { reasons: readonly Reason[]; rows: number }) {
  const [query, setQuery] = useSearchParams();
  const { order, problem, isPending } = useOrderJob();
  const wish: Wish = Object.fromEntries(
    (["source", "column", "reason"] as const).flatMap((part) => {
      const value = query.get(part === "source" ? "of" : part);
      return value === null ? [] : [[part, value]];
    }),
  );
  const show = (next: Wish) =>
    setQuery({
      ...(next.source ? { of: next.source } : {}),
      ...(next.column ? { column: next.column } : {}),
      ...(next.reason ? { reason: next.reason } : {}),
    });
  const retry = async (source: string) => {
    const job = await order("retry", source ? { source } : {}).catch(() => null);
    if (job) notify({ text: said.ordered, tone: "info" });
  };
  const isAll = !wish.source && !wish.column && !wish.reason;
  const isShown = (reason: Reason) => !isAll && fits(reason, wish);
  return (
    <div className="data-stack">
      <p className="data-lead">{said.lead}</p>
      {problem && <ProblemState problem={problem} compact />}
      <DataTable
        label={said.reasons}
        caption={said.reasons}
        columns={columnsWith(retry, isPending)}
        rows={reasons}
        rowKey={(reason) => `${reason.source} ${reason.column} ${reason.reason}`}
        onRow={(reason) => show({ source: reason.source, column: reason.column, reason: reason.reason })}
        rowLabel={(reason) => `${said.show}: ${reason.reason}`}
        isSelected={isShown}
        download="quarantine-reasons"
        totals={{ reason: said.all, rows: number(rows) }}
      />
      <Card
        flush
        title={said.list}
        lead={
          isAll ? undefined : (
            <>
              {said.only(reasons.filter((reason) => fits(reason, wish)).reduce((sum, one) => sum + one.rows, 0))}
              {wish.source && (
                <>
                  {": "}
                  <bdi>{wish.source}</bdi>
                </>
              )}
            </>
          )
        }
        actions={
          <>
            {!isAll && (
              <Button size="small" icon="close" onPress={() => show({})}>
                {said.showAll}
              </Button>
            )}
            {wish.source && (
              <LinkButton size="small" icon="edit" to={`/data/mappings?mapping=${encodeURIComponent(wish.source)}`}>
                {said.mend}
              </LinkButton>
            )}
            <a className="data-download" href={csvOf(wish)} download="quarantine.csv">
              {said.download}
            </a>
            <Button size="small" icon="refresh" isPending={isPending} onPress={() => void retry(wish.source ?? "")}>
              {wish.source ? said.retry : said.retryAll}
            </Button>
          </>
        }
      >
        <WaitingRows wish={wish} />
      </Card>
    </div>
  );
}

const fits = (reason: Reason, wish: Wish): boolean =>
  (wish.source === undefined || wish.source === reason.source) &&
  (wish.column === undefined || wish.column === reason.column) &&
  (wish.reason === undefined || wish.reason === reason.reason);

function csvOf(wish: Wish): string {
  const query = new URLSearchParams(wish as Record<string, string>).toString();
  return `/api/v1/quarantine/rows.csv${query ? `?${query}` : ""}`;
}

function columnsWith(retry: (source: string) => Promise<void>, isPending: boolean): Column<Reason>[] {
  return [
    {
      id: "reason",
      header: said.reason,
      cell: (reason) => <bdi className="data-wrap">{reason.reason}</bdi>,
      value: (reason) => reason.reason,
    },
    nameColumn("column", said.column, (reason) => reason.column),
    nameColumn("source", said.source, (reason) => reason.source),
    amountColumn("rows", said.rows, number, (reason) => reason.rows),
    amountColumn("files", said.files, number, (reason) => reason.files),
    {
      id: "acts",
      header: words.data.acts,
      hidesHeader: true,
      cell: (reason) => (
        <span className="data-acts">
          <LinkButton
            size="small"
            kind="quiet"
            icon="edit"
            to={`/data/mappings?mapping=${encodeURIComponent(reason.source)}`}
          >
            {said.mend}
          </LinkButton>
          <Button
            size="small"
            kind="quiet"
            icon="refresh"
            isDisabled={isPending}
            aria-label={said.retrySource(reason.source)}
            onPress={() => void retry(reason.source)}
          >
            {said.retry}
          </Button>
        </span>
      ),
    },
  ];
}
