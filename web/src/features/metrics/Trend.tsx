/** How a metric moves, by when journeys began; periods whose journeys are too young say so instead of falling. */
import { useNavigate } from "react-router";
import { type components, useAsk } from "~/api/client";
import { Figure, LineChart } from "~/charts";
import { usePlace, useSelection } from "~/selection";
import { Card, EmptyState, Segments, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { behindBucket } from "./bucket";
import { TrendPoints } from "./TrendPoints";

type State = components["schemas"]["TrendState"];
type Unit = components["schemas"]["MetricState"]["unit"];
type Period = "auto" | "day" | "week" | "month";

const said = words.metrics.trend;
const HEIGHT = 260;

export function Trend({ name, unit, title }: { name: string; unit: Unit; title: string }) {
  const { asParams } = useSelection();
  const [period, setPeriod] = usePlace<Period>("period", "auto");
  const asked = period === "auto" ? {} : { period };
  const ask = useAsk("/api/v1/metrics/{name}/trend", {
    params: { path: { name }, query: { ...asParams, ...asked } },
  });
  const periods = (["auto", "day", "week", "month"] as const).map((id) => ({ id, label: said.periods[id] }));
  const choice = <Segments label={said.period} options={periods} value={period} onChange={setPeriod} />;
  return (
    <Card title={said.title} actions={choice}>
      <Shown
        ask={ask}
        skeleton={<Skeleton height={HEIGHT + 90} />}
        empty={(data) =>
          data.buckets.some(({ value }) => value !== null) ? null : (
            <>
              <EmptyState compact title={said.none.title} body={said.none.body} />
              <TrendPoints name={name} unit={unit} trend={data} />
            </>
          )
        }
      >
        {(data) => (
          <>
            <Lines trend={data} name={name} unit={unit} title={title} />
            <Remarks trend={data} />
            {period !== "auto" && data.period !== period && (
              <p className="m-note">{said.longer(said.by[data.period])}</p>
            )}
            <TrendPoints name={name} unit={unit} trend={data} />
          </>
        )}
      </Shown>
    </Card>
  );
}

/** What the drawing can't say: why it is broken, and where an interval has no end. */
function Remarks({ trend }: { trend: State }) {
  const isBroken = trend.buckets.some((bucket) => bucket.value === null && !bucket.young);
  const isOpen = trend.buckets.some((bucket) => bucket.value !== null && (bucket.low === null || bucket.high === null));
  const remarks = [isBroken ? said.gaps : "", isOpen ? said.openEnds : ""].filter(Boolean);
  return remarks.length > 0 && <p className="m-note">{remarks.join(" ")}</p>;
}

function Lines({ trend, name, unit, title }: { trend: State; name: string; unit: Unit; title: string }) {
  const { selection } = useSelection();
  const navigate = useNavigate();
  const { buckets } = trend;
  const firstYoung = buckets.findLastIndex((bucket) => !bucket.young) + 1;
  const young = buckets.slice(firstYoung);
  const bands =
    young.length > 0 && young[0]
      ? [{ from: young[0].first_day, to: buckets.at(-1)?.first_day ?? "", label: said.young }]
      : [];
  return (
    <Figure
      title={`${title} ${said.by[trend.period]}`}
      description={young.length > 0 ? `${said.lead} ${said.youngNote(young.length)}` : said.lead}
      name={`${name}-trend`}
      table={{
        columns: [
          said.column.period,
          said.column.value,
          said.column.low,
          said.column.high,
          said.column.n,
          said.column.immature,
        ],
        units: [null, unit, unit, unit, null, null],
        rows: buckets.map((bucket) => [
          bucket.first_day,
          bucket.value,
          bucket.low,
          bucket.high,
          bucket.n,
          bucket.parts.immature,
        ]),
      }}
    >
      <LineChart
        label={`${title} ${said.by[trend.period]}`}
        x={buckets.map((bucket) => bucket.first_day)}
        series={[
          {
            id: name,
            label: title,
            values: buckets.map((bucket) => bucket.value),
            low: buckets.map((bucket) => bucket.low),
            high: buckets.map((bucket) => bucket.high),
            n: buckets.map((bucket) => bucket.n),
          },
        ]}
        unit={unit}
        bands={bands}
        immatureFrom={young[0]?.first_day ?? null}
        height={HEIGHT}
        onPick={(at) => {
          const bucket = buckets[at];
          if (bucket) void navigate(behindBucket(bucket, selection));
        }}
      />
    </Figure>
  );
}
