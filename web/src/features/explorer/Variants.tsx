/** The paths that journeys take, most travelled first; all that aren't listed are one row. */
import { useState } from "react";
import { useAsk } from "~/api/client";
import { useBehind } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Button, Card, EmptyState, SearchField, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { OutcomesLegend } from "./Outcomes";
import { PathControls } from "./PathControls";
import type { VariantList } from "./types";
import { useMaking } from "./useMaking";
import { VariantTable } from "./VariantTable";

const said = words.explorer.variants;
const STEP = 20;
const MOST = 500;

export function Variants() {
  const { asParams } = useSelection();
  const { making } = useMaking();
  const [written, setShown] = usePlace<string>("shown", String(STEP));
  const [search, setSearch] = usePlace<string>("find", "");
  const shown = Math.min(Math.max(Number.parseInt(written, 10) || STEP, 1), MOST);
  const ask = useAsk("/api/v1/explorer/variants", { params: { query: { ...asParams, ...making, shown, search } } });
  return (
    <div className="explorer-panel">
      <div className="explorer-toolbar">
        <PathControls />
        <Search key={search} search={search} onSearch={setSearch} />
      </div>
      <Shown ask={ask} skeleton={<Skeleton height={640} />} empty={nothing}>
        {(list) => <Listed list={list} search={search} shown={shown} setShown={(n) => setShown(String(n))} />}
      </Shown>
    </div>
  );
}

interface ListedProps {
  list: VariantList;
  search: string;
  shown: number;
  setShown: (n: number) => void;
}

function Listed({ list, search, shown, setShown }: ListedProps) {
  const { through, open } = useBehind();
  const alone = list.rows.filter((row) => !row.is_other);
  const canGrow = alone.length < list.matching && shown < MOST;
  const lead =
    search !== ""
      ? said.found(list.matching, list.matching_journeys / Math.max(list.journeys, 1))
      : alone.length < list.variants
        ? said.lead(alone.length, list.variants, list.journeys)
        : said.all(list.variants, list.journeys);
  return (
    <Card
      title={said.title}
      lead={lead}
      flush
      footer={
        <div className="explorer-foot">
          <OutcomesLegend rows={list.rows} />
          <span className="explorer-foot-tools">
            {shown > STEP && (
              <Button kind="quiet" size="small" onPress={() => setShown(STEP)}>
                {said.fewer}
              </Button>
            )}
            {canGrow && (
              <Button size="small" onPress={() => setShown(shown < 100 ? shown + STEP : Math.min(shown + 100, MOST))}>
                {said.more(Math.min(shown < 100 ? STEP : 100, list.matching - alone.length))}
              </Button>
            )}
          </span>
        </div>
      }
    >
      {alone.length === 0 && <EmptyState compact icon="search" title={said.noneFit} />}
      <VariantTable list={list} isSearch={search !== ""} picked={through} onPick={open} />
    </Card>
  );
}

/** Written while typing stays here; Enter or leaving the field asks. */
function Search({ search, onSearch }: { search: string; onSearch: (search: string | null) => void }) {
  const [text, setText] = useState(search);
  return (
    <SearchField
      label={said.search}
      placeholder={said.searchHint}
      value={text}
      onChange={setText}
      onSubmit={() => onSearch(text.trim() || null)}
      onBlur={() => text.trim() !== search && onSearch(text.trim() || null)}
      onClear={() => onSearch(null)}
      maxLength={200}
    />
  );
}

export const nothing = ({ journeys }: { journeys: number }) =>
  journeys === 0 ? (
    <EmptyState icon="explorer" title={words.explorer.noJourneys.title} body={words.explorer.noJourneys.body} />
  ) : null;
