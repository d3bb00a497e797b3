/** A contract in words: from whom to whom, and what has to hold. */
import { words } from "~/words";
import { duration } from "~/words/format";
import type { Contract, Side } from "./types";

const said = words.contracts.sentence;
/** What channels, parties and facts are called. */
export type Titles = ReadonlyMap<string, string>;

export function whichOf(contract: Contract, titles: Titles): string {
  const side = (name: "from" | "to") =>
    (["channel", "party", "team"] as const)
      .map((kind) => said.any(contract[`${name}_${kind}` as Side].map((each) => titled(titles, kind, each))))
      .filter(Boolean)
      .join(", ");
  const [from, to] = [side("from"), side("to")];
  if (!from && !to) return said.every;
  return from ? [said.from(from), to && said.to(to)].filter(Boolean).join(" ") : said.onlyTo(to);
}

export function termsOf(contract: Contract, titles: Titles): string[] {
  return [
    contract.required_facts.length > 0
      ? said.facts(contract.required_facts.map((fact) => titled(titles, "fact", fact)))
      : "",
    typeof contract.within_seconds !== "number" ? "" : said.within(duration(contract.within_seconds)),
    contract.told ? said.told : "",
    contract.promise ? said.promise : "",
  ].filter(Boolean);
}

const titled = (titles: Titles, kind: string, name: string): string => titles.get(`${kind} ${name}`) ?? name;
