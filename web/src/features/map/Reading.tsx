/** What the changes compare, how to read the map, and what its numbers rest on. */
import { words } from "~/words";
import type { Compared } from "./types";

const said = words.map;

/** One sentence on the periods that changes compare. */
export function ComparedLine({ compared }: { compared: Compared | null }) {
  return (
    <p className="m-compared">
      <strong>{said.compared.lead}</strong>: {comparedWords(compared)}
    </p>
  );
}

export function comparedWords(compared: Compared | null): string {
  if (!compared?.before) return said.compared.none;
  const { now, before } = compared;
  const days = [now.first_day, now.last_day, before.first_day, before.last_day] as const;
  return compared.chosen ? said.compared.chosen(...days) : said.compared.lately(now.days, ...days);
}

export function Reading({ notes }: { notes: readonly string[] }) {
  return (
    <div className="m-reading">
      <details>
        <summary>{said.legend.title}</summary>
        <ul>
          {Object.entries(said.legend)
            .filter(([name]) => name !== "title")
            .map(([name, text]) => (
              <li key={name}>{text}</li>
            ))}
        </ul>
      </details>
      {notes.length > 0 && (
        <details>
          <summary>{said.notes}</summary>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
