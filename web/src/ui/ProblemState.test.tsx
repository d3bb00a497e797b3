/** Every failure has a state that says what happened and what to do; waiting and emptiness too. */
import { render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Ask } from "~/api/ask";
import { ClewProblem } from "~/api/problem";
import { words } from "~/words";
import { ProblemState } from "./ProblemState";
import { Shown } from "./Shown";

const said = words.ui.problem;
const problem = (status: number, more = {}) => new ClewProblem({ status, ...more });

test.each([
  [0, said.offline.title, true],
  [401, said.signedOut.title, false],
  [403, said.forbidden.title, false],
  [404, said.missing.title, false],
  [409, said.conflict.title, true],
  [412, said.changed.title, true],
  [413, said.tooLarge.title, false],
  [422, said.invalid.title, false],
  [429, said.tooMany.title, true],
  [500, said.broken.title, true],
  [503, said.busy.title, true],
  [507, said.broken.title, true],
  [418, said.unknown.title, true],
])("status %s is said in words, and offers to try again only where that can help", (status, title, retries) => {
  render(<ProblemState problem={problem(status)} retry={() => {}} />);
  expect(screen.getByRole("alert").textContent).toContain(title);
  expect(screen.queryByRole("button") !== null).toBe(retries);
});

test("what the server knows better is said in its words, with the places that are off", () => {
  const fields = [{ place: "body.columns", detail: "no column “Kanal”" }];
  render(
    <ProblemState problem={problem(422, { title: "The mapping is off", detail: "A column is missing.", fields })} />,
  );
  const alert = screen.getByRole("alert").textContent;
  expect(alert).toContain("The mapping is off");
  expect(alert).toContain("A column is missing.");
  expect(alert).toContain("body.columns: no column “Kanal”");
});

test("a fault of Clew's own shows its number and nothing of the inside", () => {
  render(<ProblemState problem={problem(500, { detail: "Traceback: secret", number: "7F3A" })} />);
  const alert = screen.getByRole("alert").textContent;
  expect(alert).toContain("7F3A");
  expect(alert).not.toContain("Traceback");
});

const ask = (more: Partial<Ask<number[]>>): Ask<number[]> => ({
  data: undefined,
  etag: null,
  problem: null,
  isLoading: false,
  isFetching: false,
  isPrevious: false,
  waiting: null,
  refetch: () => {},
  ...more,
});

test("a question shows a skeleton, then its answer, and its emptiness in words", () => {
  const content = (given: Ask<number[]>) => (
    <Shown ask={given} empty={(data) => data.length === 0 && "nothing here"}>
      {(data) => <p>{data.join("+")}</p>}
    </Shown>
  );
  const shown = render(content(ask({ isLoading: true })));
  screen.getByRole("status", { name: words.ui.loading });
  shown.rerender(content(ask({ data: [1, 2] })));
  screen.getByText("1+2");
  shown.rerender(content(ask({ data: [] })));
  screen.getByText("nothing here");
});

test("old data stay in sight when asking anew fails", () => {
  render(<Shown ask={ask({ data: [1], problem: problem(0) })}>{(data) => <p>{`kept ${data.length}`}</p>}</Shown>);
  screen.getByText("kept 1");
  expect(screen.getByRole("alert").textContent).toContain(said.offline.title);
});

test("a slow answer is owned up to", () => {
  vi.useFakeTimers();
  try {
    render(<Shown ask={ask({ isLoading: true })}>{() => null}</Shown>);
    expect(screen.queryByText(words.ui.slow)).toBeNull();
    vi.advanceTimersByTime(4_100);
    vi.runOnlyPendingTimers();
  } finally {
    vi.useRealTimers();
  }
  return screen.findByText(words.ui.slow);
});
