/** Two groups of journeys side by side: the selection above, and a second one that is chosen here. */
import { useAsk } from "~/api/client";
import { fileScope, useSelection } from "~/selection";
import { EmptyState, FileScope, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { GroupFigures } from "./GroupFigures";
import { GroupFlows } from "./GroupFlows";
import { GroupMoves, GroupPaths } from "./GroupPaths";
import { PathControls } from "./PathControls";
import { SecondGroup } from "./SecondGroup";
import type { Groups as Both } from "./types";
import { useMaking } from "./useMaking";
import { useSecondGroup } from "./useSecondGroup";
import "./groups.css";

const said = words.explorer.groups;
const { all: ALL, against: VERSUS } = said.file;

export function Groups() {
  const { selection, asParams } = useSelection();
  const { second, asParams: secondParams } = useSecondGroup();
  const { making } = useMaking();
  const isSame = JSON.stringify(sortedKeys(selection)) === JSON.stringify(sortedKeys(second));
  const ask = useAsk(
    "/api/v1/explorer/groups",
    { params: { query: { ...asParams, ...secondParams, ...making } } },
    { enabled: !isSame },
  );
  return (
    <div className="explorer-panel">
      <SecondGroup />
      {isSame ? (
        <EmptyState icon="explorer" title={said.same} body={said.everything} />
      ) : (
        <FileScope.Provider value={[fileScope(selection) || ALL, VERSUS, fileScope(second) || ALL].join("_")}>
          <Shown ask={ask} skeleton={<Skeleton height={72} />}>
            {(groups) => <Sizes groups={groups} />}
          </Shown>
          <GroupFigures />
          <div className="explorer-toolbar">
            <PathControls />
          </div>
          <Shown ask={ask} skeleton={<Skeleton height={560} />}>
            {(groups) => (
              <div className="explorer-panel">
                <GroupPaths groups={groups} first={selection} second={second} />
                <GroupMoves groups={groups} first={selection} second={second} />
              </div>
            )}
          </Shown>
          <GroupFlows />
          <p className="explorer-note">{said.method}</p>
        </FileScope.Provider>
      )}
    </div>
  );
}

function Sizes({ groups }: { groups: Both }) {
  const marks = [
    { mark: "A", name: said.first, lead: said.firstLead, look: "explorer-group-a", size: groups.first },
    { mark: "B", name: said.second, lead: said.secondLead, look: "explorer-group-b", size: groups.second },
  ];
  return (
    <div className="explorer-sizes">
      {marks.map(({ mark, name, lead, look, size }) => (
        <p key={mark} className="explorer-size">
          <span className={`explorer-group-mark ${look}`} aria-hidden="true">
            {mark}
          </span>
          <span>
            <strong>{name}</strong> {said.size(size.journeys, size.customers)}
            <span className="explorer-size-lead">{lead}</span>
          </span>
        </p>
      ))}
      {groups.shared > 0 && <p className="explorer-note">{said.shared(groups.shared)}</p>}
    </div>
  );
}

const sortedKeys = (selection: object) => Object.entries(selection).sort(([a], [b]) => (a < b ? -1 : 1));
