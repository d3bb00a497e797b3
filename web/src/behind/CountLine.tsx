/** The number once more, in words that can be checked against the list: "312 handoffs in 280 journeys". */
import { words } from "~/words";

export interface Counts {
  counted: string;
  occurrences: number;
  journeys: number;
}

export function CountLine({ counts }: { counts: Counts }) {
  return <p className="b-behind-count">{countWords(counts)}</p>;
}

/** One count where the number counts journeys, both where a journey can hold several of what is counted. */
export function countWords({ counted, occurrences, journeys }: Counts): string {
  if (counted === "journeys") return words.behind.journeys(journeys);
  return words.behind.inJourneys(words.behind.things(counted, occurrences), words.behind.journeys(journeys));
}
