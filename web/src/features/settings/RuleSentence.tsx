/** A stage rule as a sentence: "Resolution when outcome is resolved or closed". */
import { Fragment, type ReactNode } from "react";
import { words } from "~/words";
import type { Editing, Rule } from "./types";

const said = words.settings.rules;
const LISTS = ["channel", "kind", "direction", "party", "outcome"] as const;
const FLAGS = ["answered", "handed_over", "resolved"] as const;

export function RuleSentence({ rule, editing }: { rule: Rule; editing: Editing }) {
  const stage = editing.draft.stages.names.find((each) => each.name === rule.stage)?.title ?? rule.stage;
  const titles = new Map(editing.known.channels.map(({ name, title }) => [name, title]));
  const parts: ReactNode[] = [];
  for (const name of LISTS) {
    const list = rule[name] ?? [];
    if (list.length > 0) {
      const told = list.map((word) => (name === "channel" ? (titles.get(word) ?? word) : word)).join(said.or);
      parts.push(said.is(said.conditions[name], told));
    }
  }
  for (const name of FLAGS) {
    const wanted = rule[name];
    if (wanted !== null && wanted !== undefined) parts.push(said.history(name, wanted));
  }
  return (
    <span className="settings-sentence">
      <strong>
        <bdi>{stage}</bdi>
      </strong>{" "}
      {parts.length === 0 ? said.always : said.when}{" "}
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: words of a sentence
        <Fragment key={at}>
          {at > 0 && said.and}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
