/** One finding: what it does to which metric, what to do about it, how it went month by month, and examples. */
import { amountColumn, type Column, DataTable, Drawer, Named, TextLink } from "~/ui";
import { words } from "~/words";
import { number } from "~/words/format";
import { SeverityBadge, TrendLine } from "./Quality";
import type { QualityFinding } from "./types";

const said = words.quality;
type Month = QualityFinding["trend"][number];
type Example = QualityFinding["examples"][number];

export function QualityDrawer({ finding, onClose }: { finding: QualityFinding | undefined; onClose: () => void }) {
  return (
    <Drawer title={finding?.title ?? said.finding} isOpen={finding !== undefined} onClose={onClose} width="wide">
      {finding && <Told finding={finding} />}
    </Drawer>
  );
}

function Told({ finding }: { finding: QualityFinding }) {
  return (
    <div className="data-stack quality-told">
      <p>
        <SeverityBadge severity={finding.severity} /> <Named truncate={false}>{finding.source}</Named>
      </p>
      <p>
        <bdi>{finding.says}</bdi>
      </p>
      <div>
        <h3 className="data-heading">{said.does}</h3>
        {finding.journeys !== null && <p>{said.journeys(finding.journeys, finding.all_journeys)}</p>}
        <ul className="quality-effects">
          {finding.effects.map((effect) => (
            <li key={effect.on}>
              {effect.is_metric ? <TextLink to={`/metrics/${effect.on}`}>{effect.title}</TextLink> : effect.title}
              {said.effect(effect.becomes)}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3 className="data-heading">{said.why}</h3>
        <p>{finding.why}</p>
      </div>
      <div>
        <h3 className="data-heading">{said.remedy}</h3>
        <p>
          <bdi>{finding.remedy}</bdi>
        </p>
      </div>
      {finding.examples.length > 0 && (
        <div>
          <h3 className="data-heading">{said.examples}</h3>
          <ul className="quality-effects">
            {finding.examples.map((example, at) => (
              <li key={example.id}>
                <ExampleLink example={example} number={at + 1} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3 className="data-heading">{said.months}</h3>
        <TrendLine finding={finding} />
        {finding.direction === "unknown" && <p className="data-faint">{said.noTrend}</p>}
        <DataTable
          label={said.months}
          columns={MONTHS}
          rows={finding.trend}
          rowKey={(month) => month.month}
          maxHeight={300}
        />
      </div>
    </div>
  );
}

function ExampleLink({ example, number: at }: { example: Example; number: number }) {
  if (example.journey_id !== null)
    return <TextLink to={`/journeys?journey=${encodeURIComponent(example.journey_id)}`}>{said.example(at)}</TextLink>;
  return (
    <span title={said.recordHelp}>
      {said.record(at)}
      {": "}
      <Named truncate={false} mono>
        {example.id}
      </Named>
    </span>
  );
}

const MONTHS: readonly Column<Month>[] = [
  {
    id: "month",
    header: said.month,
    value: (month) => month.month,
    cell: (month) => (month.month === "undated" ? said.undated : month.month),
  },
  amountColumn("n", said.amount, number, (month) => month.n),
  amountColumn("of", said.of, number, (month) => month.of),
  {
    id: "share",
    header: said.share,
    align: "end",
    value: (month) => (month.of > 0 ? month.n / month.of : null),
    unit: "ratio",
    cell: (month) => (month.counts ? said.ratio(month.n, month.of) : said.thin),
  },
];
