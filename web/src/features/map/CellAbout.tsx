/** The cell in numbers and words: its value, of what whole, how it moved, what it is made of, and how fresh it is. */
import { Bars } from "~/charts";
import { Button, MetricNumber, StateBadge } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import { CellTrend } from "./CellTrend";
import { ChangeMark } from "./ChangeMark";
import { cellOf } from "./place";
import { comparedWords } from "./Reading";
import type { OpenedCell } from "./types";

const said = words.map.cell;

interface Props {
  found: OpenedCell;
  onTurn: (cell: string) => void;
}

export function CellAbout({ found, onTurn }: Props) {
  const { cell } = found;
  const isPart = found.entry_title !== "";
  const entry = cell.entries.find((each) => each.through === found.through);
  const metric = cell.metrics.find((each) => each.through === found.through);
  return (
    <div className="m-about">
      <div className="m-about-value">
        {metric ? (
          <MetricNumber metric={metric.metric} size="large" />
        ) : (
          <p>
            <span className="m-about-number">{words.map.things(found.n, found.unit)}</span>{" "}
            {found.unit !== "journey" && words.map.inJourneys(found.journeys)}
            {isPart && found.whole > 0 && (
              <span className="m-about-of">
                {said.of(found.n / found.whole, words.map.things(found.whole, found.unit))}
              </span>
            )}
          </p>
        )}
        <ChangeMark
          change={metric?.change ?? entry?.change}
          unit={metric?.metric.unit ?? "ratio"}
          {...(metric ? { better: metric.metric.better } : {})}
        />
        {cell.state !== "ok" && <StateBadge state={cell.state} reason={cell.reason} />}
        {isPart && (
          <Button kind="quiet" size="small" icon="arrow-left" onPress={() => onTurn(cell.cell)}>
            {said.all}
          </Button>
        )}
      </div>
      {cell.state !== "ok" && <p className="m-about-note">{cell.reason}</p>}
      <Facts found={found} />
      {cell.entries.length > 0 && (
        <section>
          <h3>{said.entries}</h3>
          <Bars
            label={said.entries}
            items={cell.entries.map((each) => ({
              id: each.through,
              label: each.other > 0 ? `${words.map.others} (${words.map.other(each.other)})` : each.title,
              value: each.n,
              share: each.share,
              isRest: each.other > 0,
            }))}
            max={cell.n}
            picked={found.through}
            onPick={(item) => onTurn(cellOf(item.id))}
          />
        </section>
      )}
      {cell.metrics.length > 0 && !metric && <Metrics found={found} onTurn={onTurn} />}
      <CellTrend found={found} />
    </div>
  );
}

function Facts({ found }: { found: OpenedCell }) {
  const { cell } = found;
  const metric = cell.metrics.find((each) => each.through === found.through);
  return (
    <dl className="m-facts">
      <dt>{said.question}</dt>
      <dd>{metric?.question ?? found.question}</dd>
      <dt>{said.what}</dt>
      <dd>{found.says}</dd>
      <dt>{said.unit}</dt>
      <dd>{metric ? said.units[metric.metric.unit] : said.unitOf(found.unit)}</dd>
      <dt>{said.change}</dt>
      <dd>{comparedWords(found.compared)}</dd>
      <dt>{said.fresh}</dt>
      <dd>
        {moment(cell.newest_at)}
        {cell.stale_since && ` · ${words.map.stale(cell.stale_since)}. ${words.map.staleHelp}`}
      </dd>
      <dt>{said.sources}</dt>
      <dd>
        <ul className="m-sources">
          {found.sources.map((source) => (
            <li key={source.source}>
              <bdi>
                {source.silent
                  ? said.silent(source.source, source.newest_at)
                  : said.source(source.source, source.newest_at)}
              </bdi>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function Metrics({ found, onTurn }: Props) {
  return (
    <section>
      <h3>{said.metrics}</h3>
      <ul className="m-cell-metrics">
        {found.cell.metrics.map((each) => (
          <li key={each.metric.name}>
            <Button kind="quiet" size="small" onPress={() => onTurn(cellOf(each.through))}>
              {each.metric.title}
            </Button>
            <MetricNumber metric={each.metric} inline />
            <ChangeMark change={each.change} unit={each.metric.unit} better={each.metric.better} />
          </li>
        ))}
      </ul>
    </section>
  );
}
