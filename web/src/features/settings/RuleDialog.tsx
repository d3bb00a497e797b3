/** One stage rule: what it asks of a step, and the stage it gives. */
import { Button, Dialog, MultiSelect, type Option, Select } from "~/ui";
import { words } from "~/words";
import type { Editing, Rule } from "./types";

const said = words.settings.rules;
type Flag = "any" | "yes" | "no";
const FLAG_OPTIONS: readonly Option<Flag>[] = [
  { id: "any", label: said.any },
  { id: "yes", label: said.yes },
  { id: "no", label: said.no },
];
const FLAGS = ["answered", "handed_over", "resolved"] as const;

interface RuleDialogProps {
  editing: Editing;
  rule: Rule;
  at: number;
  onChange: (rule: Rule) => void;
  onClose: () => void;
}

export function RuleDialog({ editing, rule, at, onChange, onClose }: RuleDialogProps) {
  const { draft, known, errorAt } = editing;
  const set = (partial: Partial<Rule>) => onChange({ ...rule, ...partial });
  const stages = draft.stages.names.map(({ name, title }) => ({ id: name, label: title }));
  const lists: readonly ["channel" | "kind" | "direction" | "party" | "outcome", Option[]][] = [
    ["channel", known.channels.map(({ name, title }) => ({ id: name, label: title }))],
    ["kind", plain(known.kinds)],
    ["direction", plain(known.directions)],
    ["party", plain(known.parties)],
    ["outcome", plain(known.outcomes)],
  ];
  return (
    <Dialog
      title={said.dialog(at + 1)}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {said.done}
        </Button>
      }
    >
      <div className="settings-fields">
        <Select
          label={said.stage}
          options={stages}
          value={rule.stage}
          onChange={(stage) => set({ stage })}
          error={errorAt(`stages.rules.${at}.stage`)}
        />
        {lists.map(([name, options]) => (
          <MultiSelect
            key={name}
            label={said[name]}
            options={options}
            value={rule[name] ?? []}
            onChange={(value) => set({ [name]: value })}
            placeholder={said.any}
            error={errorAt(`stages.rules.${at}.${name}`)}
          />
        ))}
        {FLAGS.map((name) => (
          <Select
            key={name}
            label={said[name]}
            options={FLAG_OPTIONS}
            value={shown(rule[name])}
            onChange={(flag) => set({ [name]: flag === "any" ? null : flag === "yes" })}
          />
        ))}
      </div>
    </Dialog>
  );
}

const plain = (list: readonly string[]): Option[] => list.map((word) => ({ id: word, label: word }));

const shown = (flag: boolean | null | undefined): Flag =>
  flag === null || flag === undefined ? "any" : flag ? "yes" : "no";
