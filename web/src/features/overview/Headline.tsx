/** The headline metrics, each with its value, its interval, its trend and how it stands against the period before. */
import type { components } from "~/api/client";
import { Skeleton } from "~/ui";
import { words } from "~/words";
import { HeadlineCard } from "./HeadlineCard";

type State = components["schemas"]["HeadlineState"];
type Span = components["schemas"]["ComparedDays"];

const said = words.overview;
const PLACES = 8;

export function Headline({ headline }: { headline: State }) {
  const { now, before } = headline;
  return (
    <section aria-label={said.headline} className="o-headline">
      <p className="o-compares">{comparison(headline)}</p>
      <div className="o-headline-grid">
        {headline.metrics.map((line) => (
          <HeadlineCard key={line.metric.name} line={line} compares={now !== null && before !== null} />
        ))}
      </div>
    </section>
  );
}

function comparison({ now, before, chosen }: State): string {
  if (!now) return "";
  if (!before) return said.noBefore(days(now));
  return chosen ? said.compares(days(now), days(before)) : said.comparesLately(now.days, days(now), days(before));
}

const days = (span: Span): string => said.period(span.first_day, span.last_day);

export function HeadlineSkeleton() {
  return (
    <div className="o-headline">
      <p className="o-compares">&nbsp;</p>
      <div className="o-headline-grid">
        {Array.from({ length: PLACES }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity
          <Skeleton key={at} height={192} />
        ))}
      </div>
    </div>
  );
}
