/** The handoffs that broke a contract, or one of its terms, one by one; each leads to the customer's thread. */
import { behindHref } from "~/behind";
import { EvidenceList } from "~/evidence";
import { usePlace, useSelection } from "~/selection";
import { Drawer, LinkButton } from "~/ui";
import { words } from "~/words";

const said = words.contracts.drawer;

export function BrokenDrawer() {
  const { selection } = useSelection();
  const [through, setThrough] = usePlace("broken", "");
  const [, setRow] = usePlace("from_row", "0");
  const close = () => {
    setThrough(null);
    setRow(null);
  };
  if (!through) return null;
  return (
    <Drawer
      title={said.broken(nameIn(through))}
      isOpen
      onClose={close}
      width="wide"
      actions={
        <LinkButton to={behindHref(through, selection)} kind="quiet" size="small">
          {said.asJourneys}
        </LinkButton>
      }
    >
      <EvidenceList through={through} />
    </Drawer>
  );
}

/** The name of the contract that a word holds: "contract:name=Bot+to+person&told=true/broken". */
function nameIn(through: string): string {
  const query = through.slice(through.indexOf(":") + 1).split("/")[0];
  return new URLSearchParams(query).get("name") ?? "";
}
