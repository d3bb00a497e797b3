/** What stands there while, instead of or around content: waiting, nothing, failure, doubt. */
import { ClewProblem } from "~/api/problem";
import { Badge, Button, EmptyState, ProblemState, Progress, Skeleton, StateBadge } from "~/ui";
import { gallery } from "~/words/gallery";
import { Group, Row } from "./Group";

const said = gallery;
const STATUSES = [0, 401, 403, 404, 409, 412, 413, 422, 429, 500, 503] as const;

export function States() {
  return (
    <Group id="states">
      <Row>
        {(["neutral", "good", "warn", "bad", "info"] as const).map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        {(["ok", "thin", "withheld", "immature", "empty", "stale"] as const).map((state) => (
          <StateBadge key={state} state={state} />
        ))}
        <StateBadge state="thin" compact />
      </Row>
      <div className="g-fields">
        <Progress label={said.progress.label} value={12_400} max={30_000} />
        <Progress label={said.progress.unknown} value={null} />
        <div data-sample>
          <Skeleton lines={4} />
          <Skeleton height={80} />
        </div>
      </div>
      <EmptyState title={said.empty.title} body={said.empty.body} action={<Button>{said.empty.action}</Button>} />
      <div className="g-problems">
        {STATUSES.map((status) => (
          <ProblemState key={status} problem={problemOf(status)} retry={() => {}} />
        ))}
        <ProblemState problem={problemOf(500)} compact />
      </div>
    </Group>
  );
}

function problemOf(status: number): ClewProblem {
  const detail = (said.problemDetail as Record<number, string>)[status] ?? "";
  const fields = status === 422 ? [{ place: said.place.where, detail: said.place.what }] : undefined;
  return new ClewProblem({
    status,
    detail,
    ...(fields ? { fields } : {}),
    ...(status === 500 ? { number: "7F3A-19C2" } : {}),
  });
}
