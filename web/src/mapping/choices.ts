/** The words that a field may hold, to choose from; null where any words do. */
import { words } from "~/words";
import type { MappingWords } from "./types";

const said = words.mapping;

export interface FieldChoice {
  id: string;
  label: string;
}

export function choicesOf(field: string, known: MappingWords): FieldChoice[] | null {
  const plain = (list: readonly string[], names: Readonly<Record<string, string>> = {}) =>
    list.map((id) => ({ id, label: names[id] ?? id }));
  if (field === "channel") return known.channels.map((channel) => ({ id: channel.name, label: channel.meaning }));
  if (field === "direction") return plain(known.directions, said.directions);
  if (field === "party") return plain(known.parties, said.parties);
  if (field === "kind") return plain(known.kinds);
  if (field === "outcome") return plain(known.outcomes);
  if (field === "sla_met") return plain(["true", "false"], said.truths);
  return null;
}
