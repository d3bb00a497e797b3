/** What stands around every screen: navigation, top bar, banners, running work, commands, help. */
import { Suspense, useCallback, useRef, useState } from "react";
import { Outlet, ScrollRestoration, useLocation, useNavigation, useSearchParams } from "react-router";
import { fileScope } from "~/selection/fileScope";
import { SelectionBar } from "~/selection/SelectionBar";
import { selectionOf } from "~/selection/selection";
import { Skeleton } from "~/ui/Skeleton";
import { FileScope } from "~/ui/tableFile";
import { words } from "~/words";
import { OfflineBanner, SimulatedBanner } from "./Banners";
import { CommandPalette } from "./CommandPalette";
import { JobStrip } from "./JobStrip";
import { KeyboardHelp } from "./KeyboardHelp";
import { BottomBar, Navigation } from "./Navigation";
import { showsSelection } from "./places";
import { TopBar } from "./TopBar";
import { useGo } from "./useGo";
import { useShortcuts } from "./useShortcuts";
import { useWorkspace } from "./workspace";
import "./Frame.css";

type Open = "commands" | "help" | null;

export function Frame() {
  const workspace = useWorkspace();
  const { pathname } = useLocation();
  const [query] = useSearchParams();
  const isLeaving = useNavigation().state === "loading";
  const [open, setOpen] = useState<Open>(null);
  const close = useCallback(() => setOpen(null), []);
  const openHelp = useCallback(() => setOpen("help"), []);
  const openCommands = useCallback(() => setOpen("commands"), []);
  const search = useRef<HTMLInputElement>(null);
  useShortcuts({ go: useGo(), openCommands, openHelp, focusSearch: () => search.current?.focus() });
  if (!workspace) return null;
  return (
    <div className="app-frame">
      <a className="app-skip" href="#content">
        {words.app.skip}
      </a>
      <Navigation />
      <div className="app-body">
        <TopBar workspace={workspace} searchRef={search} onCommands={openCommands} onHelp={openHelp} />
        <OfflineBanner />
        {workspace.simulated && <SimulatedBanner />}
        <JobStrip opening={workspace.opening} />
        {workspace.view && showsSelection(pathname) && <SelectionBar />}
        <main id="content" tabIndex={-1} className="app-main" aria-busy={isLeaving}>
          <FileScope.Provider value={showsSelection(pathname) ? fileScope(selectionOf(query)) : ""}>
            <Suspense fallback={<Skeleton lines={8} />}>
              <Outlet />
            </Suspense>
          </FileScope.Provider>
        </main>
      </div>
      <BottomBar />
      <CommandPalette isOpen={open === "commands"} onClose={close} onHelp={openHelp} />
      <KeyboardHelp isOpen={open === "help"} onClose={close} />
      <ScrollRestoration getKey={({ pathname, key }) => (showsSelection(pathname) ? pathname : key)} />
    </div>
  );
}
