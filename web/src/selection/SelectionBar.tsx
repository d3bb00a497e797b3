/** The strip above the numbers that says which journeys they are about, and lets the reader change that. */
import { createContext, useContext, useState } from "react";
import { Button } from "~/ui/Button";
import { Drawer } from "~/ui/Dialog";
import { useSmallWindow } from "~/ui/useSmallWindow";
import { words } from "~/words";
import { copyLink } from "./copyLink";
import { FilterChips } from "./FilterChips";
import { FilterField, PeriodField } from "./SelectionFields";
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
  const isSmall = useSmallWindow("(max-width: 900px)");
  const count = filtersSet(selection);
  const isSet = count > 0 || selection.from !== undefined || selection.to !== undefined;
  return (
    <section className="s-bar" aria-label={said.title}>
      <div className="s-bar-fields">
        <PeriodField selection={selection} set={set} />
        {isSmall ? (
          <FilterDrawer count={count} />
        ) : (
          FILTERS.map((filter) => <FilterField key={filter} filter={filter} selection={selection} set={set} />)
        )}
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

function FilterDrawer({ count }: { count: number }) {
  const { selection, set } = useSelection();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon="filter" onPress={() => setOpen(true)}>
        {count > 0 ? said.filtersActive(count) : said.filters}
      </Button>
      <Drawer title={said.filters} isOpen={isOpen} onClose={() => setOpen(false)}>
        {FILTERS.map((filter) => (
          <FilterField key={filter} filter={filter} selection={selection} set={set} labelled />
        ))}
        <Button kind="primary" onPress={() => setOpen(false)}>
          {said.apply}
        </Button>
      </Drawer>
    </>
  );
}
