/** The stage rules in their order, each as a sentence; edited one at a time. */
import { useState } from "react";
import { Button, Card, type Column, DataTable, IconButton } from "~/ui";
import { words } from "~/words";
import { MISSING, number } from "~/words/format";
import { Moves } from "./Moves";
import { moved } from "./moved";
import { RuleDialog } from "./RuleDialog";
import { RuleSentence } from "./RuleSentence";
import type { Editing, Rule } from "./types";

const said = words.settings.rules;
const BLANK = {
  channel: [],
  kind: [],
  direction: [],
  party: [],
  outcome: [],
  answered: null,
  handed_over: null,
  resolved: null,
};

interface Row {
  at: number;
  rule: Rule;
}

export function Rules({ taken, ...editing }: Editing & { taken: readonly number[] | undefined }) {
  const { draft, change, errorAt } = editing;
  const [edited, setEdited] = useState<number | null>(null);
  const { names, rules } = draft.stages;
  const set = (next: Rule[]) => change({ stages: { names, rules: next } });
  const add = () => {
    set([{ ...BLANK, stage: names[0]?.name ?? "" }, ...rules]);
    setEdited(0);
  };
  const wrongIn = (at: number) =>
    ["stage", "channel", "kind", "direction", "party", "outcome"]
      .map((part) => errorAt(`stages.rules.${at}.${part}`))
      .find(Boolean);
  const columns: readonly Column<Row>[] = [
    { id: "order", header: said.order, align: "end", cell: (row) => number(row.at + 1) },
    {
      id: "sentence",
      header: said.sentence,
      isRowHeader: true,
      cell: (row) => (
        <>
          <RuleSentence rule={row.rule} editing={editing} />
          {wrongIn(row.at) && (
            <p role="alert" className="settings-wrong">
              {wrongIn(row.at)}
            </p>
          )}
        </>
      ),
    },
    { id: "takes", header: said.takes, align: "end", cell: (row) => (taken ? number(taken[row.at] ?? 0) : MISSING) },
    {
      id: "actions",
      header: said.actions,
      align: "end",
      cell: (row) => (
        <span className="settings-moves">
          <IconButton label={said.edit(row.at + 1)} icon="edit" onPress={() => setEdited(row.at)} />
          <Moves
            list="rule"
            what={said.rule(row.at + 1)}
            at={row.at}
            count={rules.length}
            onMove={(by) => set(moved(rules, row.at, by))}
          />
          <IconButton
            label={words.settings.stages.remove(said.rule(row.at + 1))}
            icon="trash"
            isDisabled={rules.length === 1}
            onPress={() => set(rules.filter((_, at) => at !== row.at))}
          />
        </span>
      ),
    },
  ];
  const open = edited === null ? undefined : rules[edited];
  return (
    <Card
      title={said.title}
      lead={said.lead}
      flush
      actions={
        <Button size="small" icon="plus" onPress={add}>
          {said.add}
        </Button>
      }
    >
      <div className="settings-rules">
        <DataTable
          label={said.title}
          columns={columns}
          rows={rules.map((rule, at) => ({ at, rule }))}
          rowKey={(row) => String(row.at)}
        />
      </div>
      {edited !== null && open && (
        <RuleDialog
          editing={editing}
          rule={open}
          at={edited}
          onChange={(rule) => set(rules.map((each, at) => (at === edited ? rule : each)))}
          onClose={() => setEdited(null)}
        />
      )}
    </Card>
  );
}
