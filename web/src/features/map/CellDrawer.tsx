/** One cell of the map, opened: what it counts, how it moves, its paths, its conversations, and how to check it. */
import { useAsk } from "~/api/client";
import { usePlace, useSelection } from "~/selection";
import { Drawer, Shown, Skeleton, Tabs } from "~/ui";
import { words } from "~/words";
import { CellAbout } from "./CellAbout";
import { CellJourneys } from "./CellJourneys";
import { CellPaths } from "./CellPaths";
import { CellQuery } from "./CellQuery";
import { type CellTab, useCellPlace } from "./place";
import "./CellDrawer.css";

const said = words.map.cell;

/** Shown when the address names a cell. */
export function CellDrawer() {
  const { cell, turnTo, close } = useCellPlace();
  return cell === null ? null : <Open cell={cell} onTurn={turnTo} onClose={close} />;
}

function Open({ cell, onTurn, onClose }: { cell: string; onTurn: (cell: string) => void; onClose: () => void }) {
  const { asParams } = useSelection();
  const [tab, setTab] = usePlace<CellTab>("cell_tab", "about");
  const ask = useAsk("/api/v1/map/cell", { params: { query: { ...asParams, cell } } });
  const found = ask.data;
  const title = found ? said.title(found.lane_title, found.column_title, found.entry_title) : said.loading;
  return (
    <Drawer title={title} isOpen onClose={onClose} width="wide">
      <Shown ask={ask} skeleton={<Skeleton height={560} />}>
        {(opened) => (
          <Tabs<CellTab>
            label={said.tabs}
            value={tab}
            onChange={setTab}
            tabs={[
              { id: "about", label: said.about, content: <CellAbout found={opened} onTurn={onTurn} /> },
              { id: "paths", label: said.paths, content: <CellPaths found={opened} /> },
              { id: "journeys", label: said.journeys, content: <CellJourneys through={opened.through} /> },
              { id: "query", label: said.query, content: <CellQuery found={opened} /> },
            ]}
          />
        )}
      </Shown>
    </Drawer>
  );
}
