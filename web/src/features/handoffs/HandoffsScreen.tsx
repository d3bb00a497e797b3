/** Where the thread changes hands: a matrix of channels, parties or teams, and the same pairs ranked. */
import { useAsk } from "~/api/client";
import { BehindPlace } from "~/behind";
import { usePlace, useSelection, useSorting } from "~/selection";
import { Card, EmptyState, LinkButton, Screen, Segments, Select, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { EndingsLegend } from "./Endings";
import { HeatLegend } from "./HeatLegend";
import { MatrixFigure } from "./MatrixFigure";
import { PairDrawer } from "./PairDrawer";
import { PairTable } from "./PairTable";
import { type By, type Heat, isUnnamed, type Matrix, type Order } from "./pairs";
import { ShadeNote } from "./ShadeNote";
import "./HandoffsScreen.css";

const said = words.handoffs;
const BYS = ["channel", "party", "team"] as const;
const HEATS = ["n", "wait", "unresolved", "lost", "carried", "contracts"] as const;
const ORDERS = ["n", "wait", "unresolved", "lost", "name"] as const;

export default function HandoffsScreen() {
  const { asParams } = useSelection();
  const [by, setBy] = usePlace<By>("by", "channel");
  const [heat, setHeat] = usePlace<Heat>("shade", "n");
  const [order, setOrder] = usePlace<Order>("order", "n");
  const [pair, setPair] = usePlace<string>("pair", "");
  const ask = useAsk("/api/v1/handoffs", { params: { query: { ...asParams, by } } });
  // What the drawer alone shows goes with it.
  const [, setFact] = usePlace("fact", "");
  const [, setRow] = usePlace("from_row", "0");
  const close = () => {
    setPair(null);
    setFact(null);
    setRow(null);
  };
  const contracts = useAsk(
    "/api/v1/handoffs/contracts",
    { params: { query: { ...asParams, by } } },
    { enabled: heat === "contracts" },
  );
  const open = (through: string) => setPair(through, "push");
  return (
    <Screen
      title={said.title}
      lead={said.lead}
      wide
      actions={<LinkButton to="/handoffs/contracts">{said.toContracts}</LinkButton>}
    >
      <div className="handoffs-controls">
        <Segments
          label={said.by.label}
          options={BYS.map((id) => ({ id, label: said.by[id] }))}
          value={by}
          onChange={setBy}
        />
        <div className="handoffs-controls-more">
          <Select
            label={said.heat.label}
            options={HEATS.map((id) => ({ id, label: said.heat[id] }))}
            value={heat}
            onChange={setHeat}
          />
          <Select
            label={said.sort.label}
            options={ORDERS.map((id) => ({ id, label: said.sort[id] }))}
            value={order}
            onChange={setOrder}
          />
        </div>
      </div>
      <Shown ask={ask} skeleton={<Skeleton height={560} />} empty={(matrix) => emptiness(matrix, by)}>
        {(matrix) => (
          <div className="handoffs-content">
            <Card>
              <MatrixFigure
                matrix={matrix}
                heat={heat}
                order={order}
                contracts={heat === "contracts" ? contracts.data : undefined}
                picked={pair || null}
                onPick={open}
              />
              <HeatLegend heat={heat} />
              <ShadeNote matrix={matrix} heat={heat} contracts={contracts.data} />
            </Card>
            <Ranked matrix={matrix} picked={pair || null} onPick={open} />
            <p className="handoffs-note">{said.notAnswered}</p>
          </div>
        )}
      </Shown>
      <PairDrawer through={pair || null} onClose={close} />
      <BehindPlace />
    </Screen>
  );
}

function Ranked({
  matrix,
  picked,
  onPick,
}: {
  matrix: Matrix;
  picked: string | null;
  onPick: (through: string) => void;
}) {
  const [sort, setSort] = useSorting("-n");
  const { now, before } = matrix;
  const periods =
    now && before ? said.periods([now.first, now.last], [before.first, before.last], matrix.followed_days) : null;
  return (
    <Card
      title={said.table.title}
      lead={said.table.lead}
      footer={
        <div className="handoffs-foot">
          <EndingsLegend />
          <span>{periods ?? said.noPeriod}</span>
        </div>
      }
    >
      <PairTable matrix={matrix} sort={sort} onSort={setSort} picked={picked} onPick={onPick} />
    </Card>
  );
}

function emptiness(matrix: Matrix, by: By) {
  if (matrix.total.n === 0) return <EmptyState icon="handoffs" title={said.empty.title} body={said.empty.body} />;
  if (by !== "team" || !isUnnamed(matrix)) return null;
  const action = <LinkButton to="/data/mappings">{said.noTeams.action}</LinkButton>;
  return <EmptyState icon="team" title={said.noTeams.title} body={said.noTeams.body} action={action} />;
}
