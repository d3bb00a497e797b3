/** Every channel with what customers expect there and what a contact costs, and the company's own words for channels. */
import { Card, type Column, DataTable, NumberField } from "~/ui";
import { words } from "~/words";
import { duration, MISSING } from "~/words/format";
import { Spellings } from "./Spellings";
import type { Editing, Known } from "./types";

type Channel = Known["channels"][number];
const said = words.settings.channels;

export function ChannelsTab(editing: Editing) {
  const { draft, known, change, errorAt } = editing;
  const costs = new Map(draft.costs.map(({ channel, cost }) => [channel, cost]));
  const setCost = (channel: string, cost: number) => {
    const others = draft.costs.filter((each) => each.channel !== channel);
    const kept = Number.isFinite(cost) ? [...others, { channel, cost }] : others;
    const order = known.channels.map(({ name }) => name);
    change({ costs: kept.sort((a, b) => order.indexOf(a.channel) - order.indexOf(b.channel)) });
  };
  const columns: readonly Column<Channel>[] = [
    { id: "channel", header: said.channel, value: (row) => row.title, cell: (row) => row.title },
    {
      id: "tempo",
      header: said.tempo,
      value: (row) => said.tempoOf(row.tempo),
      cell: (row) => said.tempoOf(row.tempo),
    },
    {
      id: "expected",
      header: said.expected,
      value: (row) => row.expected_response_seconds,
      cell: (row) => (row.expected_response_seconds > 0 ? duration(row.expected_response_seconds) : said.noAnswer),
    },
    {
      id: "known",
      header: said.known,
      value: (row) => row.also_called.join(", "),
      cell: (row) => <span className="settings-known">{row.also_called.join(", ") || MISSING}</span>,
      sort: false,
      hideOnSmall: true,
    },
    {
      id: "cost",
      header: said.cost(draft.workspace.currency),
      value: (row) => costs.get(row.name) ?? null,
      sort: false,
      cell: (row) => (
        <NumberField
          label={said.costOf(row.title)}
          hideLabel
          value={costs.get(row.name) ?? Number.NaN}
          onChange={(cost) => setCost(row.name, cost)}
          error={errorAt(`costs.${row.name}`)}
          minValue={0}
          formatOptions={{ minimumFractionDigits: 2, maximumFractionDigits: 2 }}
        />
      ),
    },
  ];
  return (
    <div className="settings-cards">
      <Card title={said.title} lead={said.lead} flush>
        <DataTable
          label={said.title}
          columns={columns}
          rows={known.channels}
          rowKey={(row) => row.name}
          download={said.download}
        />
      </Card>
      <Spellings {...editing} />
    </div>
  );
}
