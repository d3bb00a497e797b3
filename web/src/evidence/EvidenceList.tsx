/** The handoffs that a word names, page by page; the page stands in the address. */
import { useAsk } from "~/api/client";
import { usePlace, useSelection } from "~/selection";
import { Button, EmptyState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { EvidenceItem } from "./EvidenceItem";
import "./evidence.css";

const said = words.evidence;
const PAGE = 10;

interface EvidenceListProps {
  through: string;
  /** Only the questions for this kind of fact. */
  fact?: string | undefined;
}

export function EvidenceList({ through, fact }: EvidenceListProps) {
  const { asParams } = useSelection();
  const [from, setFrom] = usePlace("from_row", "0");
  const at = Math.max(0, Math.floor(Number(from)) || 0);
  const ask = useAsk("/api/v1/handoffs/evidence", { params: { query: { ...asParams, through, limit: PAGE, at } } });
  return (
    <Shown
      ask={ask}
      skeleton={<Skeleton height={240} />}
      empty={(page) => page.total === 0 && <EmptyState compact title={said.none.title} body={said.none.body} />}
    >
      {({ items, total }) => (
        <div className="evidence">
          <ul className="evidence-list" aria-label={said.list}>
            {items.map((item) => (
              <EvidenceItem key={item.row} item={item} fact={fact} />
            ))}
          </ul>
          <div className="evidence-pager">
            <span role="status">{total > PAGE ? said.shown(at + 1, at + items.length, total) : said.all(total)}</span>
            {total > PAGE && (
              <>
                <Button
                  size="small"
                  icon="chevron-left"
                  isDisabled={at === 0}
                  onPress={() => setFrom(String(Math.max(0, at - PAGE)))}
                >
                  {said.previous}
                </Button>
                <Button
                  size="small"
                  icon="chevron-right"
                  isDisabled={at + PAGE >= total}
                  onPress={() => setFrom(String(at + PAGE))}
                >
                  {said.next}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </Shown>
  );
}
