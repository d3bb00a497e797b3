/** The strip above the numbers that says which journeys they are about, and lets the reader change that. */
import { createContext, useContext, useState } from "react";
import { useWorkspace } from "~/app/workspace";
import { Button } from "~/ui/Button";
import { Drawer } from "~/ui/Dialog";
import { useSmallWindow } from "~/ui/useSmallWindow";
import { words } from "~/words";
import { copyLink } from "./copyLink";
import { FilterChips } from "./FilterChips";
import { FilterSelect } from "./FilterSelect";
import { PeriodPicker } from "./PeriodPicker";
import { FILTERS, filtersSet } from "./selection";
import { useSelection } from "./useSelection";
import "./SelectionBar.css";

const said = words.selection;
const AlreadyShown = createContext(false);

/** Shown by the frame above the screens that are about journeys; one inside another is left out. */
export function SelectionBar() {
  if (useContext(AlreadyShown)) return null;
  return (
    <AlreadyShown.Provider value={true}>
      <Bar />
    </AlreadyShown.Provider>
  );
}

function Bar() {
  const { selection, set, clear } = useSelection();
  const view = useWorkspace()?.view ?? null;
  const isSmall = useSmallWindow("(max-width: 900px)");
  const count = filtersSet(selection);
  const isSet = count > 0 || selection.from !== undefined || selection.to !== undefined;
  return (
    <section className="s-bar" aria-label={said.title}>
      <div className="s-bar-fields">
        <PeriodPicker
          // The fields inside begin with what is set now.
          key={`${selection.from}/${selection.to}`}
          span={{ from: selection.from, to: selection.to }}
          firstDay={view?.first_day ?? null}
          lastDay={view?.last_day ?? null}
          onChange={(span) => set({ from: span.from, to: span.to })}
        />
        {isSmall ? <FilterDrawer count={count} /> : <Filters />}
        <span className="s-bar-tools">
          {isSet && (
            <Button kind="quiet" size="small" onPress={clear}>
              {said.clear}
            </Button>
          )}
          <span className="s-share" title={said.copyLink}>
            <Button kind="quiet" size="small" icon="share" onPress={() => void copyLink()}>
              {said.copyLink}
            </Button>
          </span>
        </span>
      </div>
      <FilterChips />
    </section>
  );
}

function Filters() {
  return FILTERS.map((filter) => <FilterSelect key={filter} filter={filter} />);
}

function FilterDrawer({ count }: { count: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="filter" onPress={() => setOpen(true)}>
        {count > 0 ? said.filtersActive(count) : said.filters}
      </Button>
      <Drawer title={said.filters} isOpen={isOpen} onClose={() => setOpen(false)}>
        {FILTERS.map((filter) => (
          <FilterSelect key={filter} filter={filter} labelled />
        ))}
        <Button kind="primary" onPress={() => setOpen(false)}>
          {said.apply}
        </Button>
      </Drawer>
    </>
  );
}
