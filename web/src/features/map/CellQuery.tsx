/** The query that counts the cell again over the tables, to be checked by whoever doubts it. */
import { Button, copyText, notify } from "~/ui";
import { words } from "~/words";
import type { OpenedCell } from "./types";

const said = words.map.cell;

export function CellQuery({ found }: { found: OpenedCell }) {
  const copy = async () => {
    const done = await copyText(found.sql);
    notify(done ? { text: said.copied, tone: "good" } : { text: said.copyFailed, tone: "bad" });
  };
  return (
    <div className="m-about">
      <p>{found.values ? said.sqlMetric : said.sqlLead}</p>
      <div>
        <Button kind="plain" size="small" icon="copy" onPress={() => void copy()}>
          {said.copySql}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <pre className="m-sql" tabIndex={0} role="region" aria-label={said.query}>
        <code>{found.sql}</code>
      </pre>
    </div>
  );
}
