/** Numbers with what belongs to them: interval, n, change, doubt. */

import { IntervalBar, Sparkline } from "~/charts";
import { Card, Change, MetricNumber } from "~/ui";
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

const { metric: said, chart } = gallery;
const TREND = [0.61, 0.6, 0.63, 0.62, 0.66, 0.64, null, 0.66, 0.69, 0.67, 0.7, 0.68];

export function Numbers() {
  const solid = { value: 0.683, unit: "ratio", low: 0.661, high: 0.704, n: 1204, state: "ok" };
  return (
    <Group id="numbers">
      <div className="g-cards">
        <Card title={said.fcr}>
          <MetricNumber metric={solid} size="large" />
          <Change value={0.032} unit="ratio" better="higher" certain since={said.since} />
          <Sparkline values={TREND} label={chart.spark} immature={2} />
          <IntervalBar
            value={0.683}
            low={0.661}
            high={0.704}
            min={0}
            max={1}
            unit="ratio"
            label={said.fcr}
            reference={0.6}
          />
        </Card>
        <Card title={said.reopened}>
          <MetricNumber metric={{ ...solid, value: 0.121, low: 0.04, high: 0.29, n: 33, state: "thin" }} size="large" />
          <Change value={0.01} unit="ratio" better="lower" certain={false} since={said.since} />
          <IntervalBar value={0.121} low={0.04} high={0.29} min={0} max={1} unit="ratio" label={said.reopened} />
        </Card>
        <Card title={said.wait}>
          <MetricNumber
            metric={{ value: 4_320, unit: "seconds", low: 3_900, high: 4_900, n: 871, state: "stale" }}
            size="large"
          />
          <Change value={600} unit="seconds" better="lower" certain since={said.since} />
        </Card>
        <Card title={said.reopened}>
          <MetricNumber
            metric={{ ...solid, value: null, low: null, high: null, n: 3, state: "withheld", reason: said.withheld }}
          />
        </Card>
        <Card title={said.fcr}>
          <MetricNumber
            metric={{ ...solid, value: null, low: null, high: null, n: 0, state: "immature", reason: said.immature }}
          />
        </Card>
        <Card title={said.wait}>
          <MetricNumber
            metric={{ ...solid, value: null, low: null, high: null, n: 0, state: "empty", reason: said.empty }}
          />
        </Card>
      </div>
      <p>
        <MetricNumber metric={solid} size="small" inline />
      </p>
    </Group>
  );
}
