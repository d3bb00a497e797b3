/** The number beside a figure opens the journeys that it counts, no others. */
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { answer } from "~/testing/answers";
import { show } from "~/testing/show";
import { GroupFigures } from "./GroupFigures";

const figure = (n: number) => ({
  name: "time_to_resolution",
  title: "Time to resolution",
  value: 60,
  unit: "seconds",
  low: 50,
  high: 70,
  n,
  state: "ok",
  reason: "",
  better: "lower",
  immature: 0,
});

test("each group's n opens the journeys that the server names for it, under the group's own selection", async () => {
  answer({
    "GET /api/v1/explorer/groups/figures": {
      figures: [
        {
          now: figure(339),
          before: figure(211),
          now_through: "metric:time_to_resolution/counted",
          before_through: "metric:time_to_resolution/",
          difference: { value: 1, low: -1, high: 3, verdict: "within_chance", reason: "" },
          shared: 0,
        },
      ],
    },
  });
  show(<GroupFigures />, { at: "/explorer?channel=chat&vs_channel=phone" });
  const opened = async (n: string) => {
    const link = await screen.findByText(n);
    const address = new URL(link.closest("a")?.getAttribute("href") ?? "", location.origin);
    return [address.searchParams.get("through"), address.searchParams.get("channel")];
  };
  expect(await opened("n = 339")).toEqual(["metric:time_to_resolution/counted", "chat"]);
  expect(await opened("n = 211")).toEqual(["metric:time_to_resolution/", "phone"]);
});
