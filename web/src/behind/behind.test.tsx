import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter, useLocation } from "react-router";
import { describe, expect, test } from "vitest";
import { useBehind } from "./address";
import { countWords } from "./CountLine";
import { sortOptions } from "./sorting";

const HOSTILE = "handoff:team/%22%3E%3Cscript%3E/%2A";

function at(address: string) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={[address]}>{children}</MemoryRouter>
  );
  return renderHook(() => ({ behind: useBehind(), where: useLocation() }), { wrapper });
}

describe("the address of the drawer", () => {
  test("keeps the screen's own state and the selection", () => {
    const { result } = at("/handoffs?by=team&from=2026-01-01");
    act(() => result.current.behind.open(HOSTILE));
    const query = new URLSearchParams(result.current.where.search);
    expect(Object.fromEntries(query)).toEqual({ by: "team", from: "2026-01-01", behind: HOSTILE });
    expect(result.current.behind.through).toBe(HOSTILE);
  });
  test("of another number forgets the journey that was open", () => {
    const { result } = at("/overview?behind=metric%3Aa&behind_journey=calls%2F1&behind_sort=-steps");
    expect(result.current.behind.journey).toBe("calls/1");
    expect(result.current.behind.hrefOf("metric:b")).toBe("/overview?behind=metric%3Ab");
    act(() => result.current.behind.back());
    expect(result.current.where.search).toBe("?behind=metric%3Aa&behind_sort=-steps");
    act(() => result.current.behind.close());
    expect(result.current.where.search).toBe("");
  });
});

describe("the count line", () => {
  test("says both counts where a journey can hold several", () => {
    expect(countWords({ counted: "handoffs", occurrences: 312, journeys: 280 })).toBe("312 handoffs in 280 journeys");
    expect(countWords({ counted: "handoffs", occurrences: 1, journeys: 1 })).toBe("1 handoff in 1 journey");
  });
  test("says one where the number counts journeys, and the server's own word where it is a new one", () => {
    expect(countWords({ counted: "journeys", occurrences: 280, journeys: 280 })).toBe("280 journeys");
    expect(countWords({ counted: "surveys", occurrences: 3, journeys: 2 })).toBe("3 surveys in 2 journeys");
  });
});

test("sorting by occurrences is offered only where a journey can hold several", () => {
  expect(sortOptions("journeys").map(({ id }) => id)).not.toContain("-times");
  expect(sortOptions("handoffs").map(({ id }) => id)).toContain("-times");
});
