/** What went wrong when the page asked the server, in the shape the server sends (RFC 9457 problem details). */

export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  [more: string]: unknown;
}

/** Thrown by every question that failed. `status` 0 means: no answer at all. */
export class ClewProblem extends Error {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** What the problem carries beyond the standard: places, known names, the number in the log. */
  readonly more: Readonly<Record<string, unknown>>;
  /** Seconds after which to ask again, when the server said so. */
  readonly retryAfterSeconds: number | null;

  constructor(details: ProblemDetails, retryAfterSeconds: number | null = null) {
    const { type, title, status, detail, ...more } = details;
    super(detail || title || `status ${status ?? 0}`);
    this.name = "ClewProblem";
    this.type = type ?? "about:blank";
    this.title = title ?? "";
    this.status = status ?? 0;
    this.detail = detail ?? "";
    this.more = more;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The last word of the type: `/problems/not-built` → `not-built`. */
  get kind(): string {
    return this.type.split("/").at(-1) ?? "";
  }
}

/** The server didn't answer: stopped, or the network is gone. */
export const offline = (): ClewProblem => new ClewProblem({ type: "/problems/offline", status: 0 });

/** Turn whatever was thrown into a problem, so that screens know one kind of failure only. */
export function asProblem(thrown: unknown): ClewProblem {
  if (thrown instanceof ClewProblem) return thrown;
  if (thrown instanceof TypeError && /fetch|network|load failed/i.test(thrown.message)) return offline();
  return new ClewProblem({
    type: "/problems/page",
    status: -1,
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  });
}

/** Read a failed answer's body; an answer that isn't a problem (a proxy's page) keeps its status. */
export async function problemOf(response: Response): Promise<ClewProblem> {
  const wait = Number(response.headers.get("Retry-After"));
  const retryAfter = response.headers.has("Retry-After") && Number.isFinite(wait) ? wait : null;
  const body: unknown = await response.json().catch(() => null);
  const details = typeof body === "object" && body !== null ? (body as ProblemDetails) : {};
  return new ClewProblem({ ...details, status: response.status }, retryAfter);
}
