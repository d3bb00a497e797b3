/** What went wrong, said so that the reader knows what to do; one designed state for each kind of failure. */
import type { ClewProblem } from "~/api/problem";
import { words } from "~/words";
import { Button } from "./Button";
import { classes } from "./classes";
import { Icon, type IconName } from "./Icon";
import "./ProblemState.css";

type Said = { title: string; body: string };
type Look = { said: Said; icon: IconName; tone: "bad" | "warn" | "info"; retries: boolean };
const { problem: said } = words.ui;

export interface ProblemStateProps {
  problem: ClewProblem;
  /** Ask again; left out where asking again can't help. */
  retry?: (() => void) | undefined;
  /** One line high, beside a form. */
  compact?: boolean;
}

export function ProblemState({ problem, retry, compact = false }: ProblemStateProps) {
  const look = lookOf(problem);
  const title = isSpecific(problem) ? problem.title || look.said.title : look.said.title;
  const number = problem.more.number;
  return (
    <div
      className={classes("c-problem", `c-problem-${look.tone}`, compact && "c-problem-compact")}
      role="alert"
      data-problem={problem.status}
    >
      <Icon name={look.icon} size={compact ? 16 : 22} />
      <div className="c-problem-words">
        <p className="c-problem-title">{title}</p>
        <p className="c-problem-body">{isSpecific(problem) && problem.detail ? problem.detail : look.said.body}</p>
        <Places more={problem.more} />
        {typeof number === "string" && problem.status >= 500 && (
          <p className="c-problem-number">{said.number(number)}</p>
        )}
        {retry && look.retries && (
          <div className="c-problem-action">
            <Button size="small" icon="refresh" onPress={retry}>
              {words.ui.retry}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Where exactly, when the server named places (a field, a row, a column). */
function Places({ more }: { more: Readonly<Record<string, unknown>> }) {
  const given = more.fields ?? more.errors ?? more.places;
  if (!Array.isArray(given) || given.length === 0) return null;
  const lines = given.slice(0, 5).map((one) => placeOf(one));
  return (
    <ul className="c-problem-places">
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function placeOf(one: unknown): string {
  if (typeof one !== "object" || one === null) return String(one);
  const { place, field, loc, detail, message, msg } = one as Record<string, unknown>;
  const where = place ?? field ?? (Array.isArray(loc) ? loc.join(" › ") : loc);
  const what = detail ?? message ?? msg ?? "";
  return where ? `${String(where)}: ${String(what)}` : String(what);
}

/** Whether the server's own words fit better than the general ones: it knows the case. */
function isSpecific(problem: ClewProblem): boolean {
  return problem.detail !== "" && problem.status >= 400 && problem.status < 500 && problem.status !== 401;
}

function lookOf({ status }: ClewProblem): Look {
  const known: Record<number, Look> = {
    0: { said: said.offline, icon: "error", tone: "warn", retries: true },
    401: { said: said.signedOut, icon: "lock", tone: "info", retries: false },
    403: { said: said.forbidden, icon: "lock", tone: "info", retries: false },
    404: { said: said.missing, icon: "empty", tone: "info", retries: false },
    409: { said: said.conflict, icon: "hourglass", tone: "warn", retries: true },
    412: { said: said.changed, icon: "refresh", tone: "warn", retries: true },
    413: { said: said.tooLarge, icon: "warning", tone: "warn", retries: false },
    422: { said: said.invalid, icon: "warning", tone: "warn", retries: false },
    428: { said: said.changed, icon: "refresh", tone: "warn", retries: true },
    429: { said: said.tooMany, icon: "hourglass", tone: "info", retries: true },
    503: { said: said.busy, icon: "hourglass", tone: "info", retries: true },
  };
  if (known[status]) return known[status];
  if (status >= 500 || status < 0) return { said: said.broken, icon: "error", tone: "bad", retries: true };
  return { said: said.unknown, icon: "warning", tone: "warn", retries: true };
}
