/** The page as a whole: what every screen stands in. */
import { QueryClientProvider } from "@tanstack/react-query";
import { I18nProvider } from "react-aria-components";
import { createBrowserRouter, type RouteObject, RouterProvider } from "react-router";
import { queryClient } from "~/api/queries";
import { currentLocale } from "~/words/format";
import { BrokenScreen } from "./BrokenScreen";
import { Opening } from "./Opening";
import { Root } from "./Root";
import { screens } from "./routes";

/** The frame around the screens, with what stands there when one of them breaks. */
export const tree = (inside: RouteObject[]): RouteObject[] => [
  {
    element: <Root />,
    errorElement: <BrokenScreen />,
    HydrateFallback: Opening,
    // The frame stays when a screen breaks. A boundary on the screen itself wouldn't see that its file is missing.
    children: [{ errorElement: <BrokenScreen inFrame />, children: inside }],
  },
];

const router = createBrowserRouter(tree(screens));

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale={currentLocale()}>
        <RouterProvider router={router} />
      </I18nProvider>
    </QueryClientProvider>
  );
}
