/** Which screen stands at which address; each is fetched when first visited. */
import type { ComponentType } from "react";
import type { RouteObject } from "react-router";
import { Navigate } from "react-router";
import { Home } from "./Home";
import { NotFound } from "./NotFound";

type Module = { default: ComponentType };
const lazily = (load: () => Promise<Module>) => async () => ({ Component: (await load()).default });

const overview = lazily(() => import("~/features/overview/OverviewScreen"));
const customers = lazily(() => import("~/features/customers/CustomersScreen"));
const metrics = lazily(() => import("~/features/metrics/MetricsScreen"));
const data = lazily(() => import("~/features/data/DataScreen"));

export const screens: RouteObject[] = [
  { index: true, element: <Home /> },
  { path: "start", lazy: lazily(() => import("~/features/start/StartScreen")) },
  { path: "overview", lazy: overview },
  { path: "map", lazy: lazily(() => import("~/features/map/MapScreen")) },
  { path: "explorer", lazy: lazily(() => import("~/features/explorer/ExplorerScreen")) },
  { path: "handoffs", lazy: lazily(() => import("~/features/handoffs/HandoffsScreen")) },
  { path: "pain-points", lazy: lazily(() => import("~/features/pain_points/PainPointsScreen")) },
  { path: "handoffs/contracts", lazy: lazily(() => import("~/features/contracts/ContractsScreen")) },
  { path: "journeys", lazy: lazily(() => import("~/features/journeys/JourneysScreen")) },
  { path: "customers", lazy: customers },
  { path: "customers/review", lazy: lazily(() => import("~/features/review/ReviewScreen")) },
  { path: "customers/:id", lazy: customers },
  { path: "metrics", lazy: metrics },
  { path: "metrics/:name", lazy: metrics },
  { path: "data", lazy: data },
  { path: "data/:tab", lazy: data },
  { path: "settings", lazy: lazily(() => import("~/features/settings/SettingsScreen")) },
  { path: "gallery", lazy: lazily(() => import("~/features/gallery/GalleryScreen")) },
  { path: "index.html", element: <Navigate to="/" replace /> },
  { path: "*", element: <NotFound /> },
];
