/** The journeys behind a number, or all that are looked at, as one list that scrolls through any number of them. */
import { useCallback, useMemo } from "react";
import { type Answer, type Ask, api, type components, useAsk } from "~/api/client";
import { useSelection } from "~/selection";
import { EmptyState, type RowColumn, RowList, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { date, duration, moment, number } from "~/words/format";
import { JourneyLine } from "./JourneyLine";

export type JourneyItem = components["schemas"]["JourneyState"];
export type JourneyPage = Answer<"/api/v1/journeys">;
export type Sort = NonNullable<
  NonNullable<import("~/api/client").paths["/api/v1/journeys"]["get"]["parameters"]["query"]>["sort"]
>;

/** The first page: it also says what the number is, what it counts, and how many there are. */
export function useJourneys(through: string | null, sort: Sort): Ask<JourneyPage> {
  const { asParams } = useSelection();
  return useAsk("/api/v1/journeys", { params: { query: { ...asParams, ...(through ? { through } : {}), sort } } });
}

export interface JourneyListProps {
  ask: Ask<JourneyPage>;
  through: string | null;
  sort: Sort;
  onOpen: (journey: JourneyItem) => void;
  /** The journey that is open beside the list. */
  opened?: string | null;
  /** Fewer columns, for the drawer. */
  narrow?: boolean;
  height?: number;
  empty?: React.ReactNode;
}

export function JourneyList({
  ask,
  through,
  sort,
  onOpen,
  opened = null,
  narrow = false,
  height,
  empty,
}: JourneyListProps) {
  const { asParams } = useSelection();
  const first = ask.data?.items;
  const load = useCallback(
    async (at: number, limit: number) => {
      if (at === 0 && first && first.length <= limit) return first;
      const query = { ...asParams, ...(through ? { through } : {}), sort, at, limit };
      const { data } = await api.GET("/api/v1/journeys", { params: { query } });
      return data?.items ?? [];
    },
    [asParams, through, sort, first],
  );
  const severalTimes = ask.data !== undefined && ask.data.counted !== "journeys";
  const columns = useMemo(() => columnsOf(narrow, severalTimes), [narrow, severalTimes]);
  const nothing = empty ?? <EmptyState compact title={words.behind.none.title} body={words.behind.none.body} />;
  return (
    <Shown ask={ask} skeleton={<Skeleton height={height ?? 480} />}>
      {(page) => (
        <RowList
          label={through ? words.behind.list : words.behind.all}
          total={page.total}
          load={load}
          question={JSON.stringify([through, sort, asParams, page.next])}
          columns={columns}
          rowKey={(row) => row.journey_id}
          onRow={onOpen}
          isSelected={(row) => row.journey_id === opened}
          rowHeight={56}
          {...(height ? { height } : {})}
          empty={nothing}
        />
      )}
    </Shown>
  );
}

function columnsOf(narrow: boolean, severalTimes: boolean): RowColumn<JourneyItem>[] {
  const { column } = words.behind;
  const began: RowColumn<JourneyItem> = {
    id: "began",
    header: column.began,
    cell: (row) => (
      <time dateTime={row.started_at} title={moment(row.started_at)}>
        {date(row.started_at)}
      </time>
    ),
    width: "112px",
    hideOnSmall: true,
  };
  const columns: RowColumn<JourneyItem>[] = [
    {
      id: "journey",
      header: column.journey,
      cell: (row) => <JourneyLine journey={row} />,
      width: "minmax(140px, 3fr)",
    },
    { id: "outcome", header: column.outcome, cell: (row) => row.outcome_title, width: "minmax(84px, 1fr)" },
    began,
    count("duration", column.duration, "96px", (row) => duration(row.duration_seconds)),
    count("steps", column.steps, "64px", (row) => number(row.steps)),
    count("contacts", column.contacts, "84px", (row) => number(row.contacts)),
    count("handoffs", column.handoffs, "88px", (row) => number(row.handoffs)),
  ];
  if (severalTimes)
    columns.push({ ...count("times", column.times, "56px", (row) => number(row.times)), hideOnSmall: false });
  return narrow ? columns.filter(({ id }) => !["steps", "contacts", "handoffs"].includes(id)) : columns;
}

function count(id: string, header: string, width: string, cell: (row: JourneyItem) => string): RowColumn<JourneyItem> {
  return { id, header, cell, width, align: "end", hideOnSmall: true };
}
