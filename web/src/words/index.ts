/** The catalogue: every word the page shows, by feature. Each feature keeps its own file; nobody else edits this one. The gallery's words
    (its samples) come with the gallery, so that no other screen loads them: `~/words/gallery`. */
import { app } from "./app";
import { behind } from "./behind";
import { charts } from "./charts";
import { contracts } from "./contracts";
import { customers } from "./customers";
import { data } from "./data";
import { evidence } from "./evidence";
import { explorer } from "./explorer";
import { handoffs } from "./handoffs";
import { identity } from "./identity";
import { issues } from "./issues";
import { jobs } from "./jobs";
import { journeys } from "./journeys";
import { map } from "./map";
import { mapping } from "./mapping";
import { metrics } from "./metrics";
import { overview } from "./overview";
import { painPoints } from "./pain_points";
import { profile } from "./profile";
import { quality } from "./quality";
import { review } from "./review";
import { selection } from "./selection";
import { settings } from "./settings";
import { start } from "./start";
import { thread } from "./thread";
import { ui } from "./ui";

export const words = {
  app,
  behind,
  charts,
  contracts,
  customers,
  data,
  evidence,
  explorer,
  handoffs,
  identity,
  issues,
  jobs,
  journeys,
  map,
  mapping,
  metrics,
  overview,
  painPoints,
  profile,
  quality,
  review,
  selection,
  settings,
  start,
  thread,
  ui,
} as const;
