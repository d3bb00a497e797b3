/** What the rows at hand become by the mapping as it stands: the counts, what would wait and why, the first interactions. */
import { Badge } from "~/ui/Badge";
import { type Column, DataTable } from "~/ui/DataTable";
import { Icon } from "~/ui/Icon";
import { Named } from "~/ui/Named";
import { ProblemState } from "~/ui/ProblemState";
import { Skeleton } from "~/ui/Skeleton";
import { words } from "~/words";
import { currentTimeZone, MISSING, moment, number } from "~/words/format";
import type { Preview, ReadInteraction } from "./types";
import type { Check } from "./useCheck";

const said = words.mapping;

export function PreviewPanel({ check }: { check: Check }) {
  const { checked, isBehind, problem } = check;
  if (problem) return <ProblemState problem={problem} retry={check.again} compact />;
  if (!checked) return <Skeleton height={260} label={said.waiting} />;
  const elsewhere = checked.problems.filter((flaw) => flaw.place === "" || flaw.place === "text");
  return (
    <div className={isBehind ? "preview preview-behind" : "preview"} aria-busy={isBehind}>
      {elsewhere.map((flaw) => (
        <p key={flaw.detail} className="mapping-flaw" role="alert">
          <Icon name="error" size={14} />
          <bdi>{flaw.detail}</bdi>
        </p>
      ))}
      {checked.preview && <Counts preview={checked.preview} quarantined={checked.tried_on === "quarantined"} />}
      {!checked.preview && checked.problems.length === 0 && <p className="mapping-lead">{said.noPreview}</p>}
    </div>
  );
}

function Counts({ preview, quarantined }: { preview: Preview; quarantined: boolean }) {
  const records = preview.stored > 0 && preview.interactions === 0;
  return (
    <>
      <p className="mapping-lead">
        {quarantined ? said.previewQuarantine(preview.rows) : said.previewLead(preview.rows)}
      </p>
      <p className="preview-counts">
        <Badge tone={preview.interactions > 0 ? "good" : "neutral"} icon="check">
          {records ? said.records(preview.stored) : said.becomes(preview.interactions)}
        </Badge>
        {preview.duplicate > 0 && <Badge>{said.duplicates(preview.duplicate)}</Badge>}
        {preview.quarantined > 0 ? (
          <Badge tone="warn" icon="warning">
            {said.waits(preview.quarantined)}
          </Badge>
        ) : (
          <Badge>{quarantined ? said.allRead : said.noneWaits}</Badge>
        )}
      </p>
      {preview.held_back.length > 0 && (
        <ul className="held-back">
          {preview.held_back.map((held) => (
            <li key={`${held.column} ${held.reason}`}>
              <strong>{number(held.rows)}×</strong> <Named truncate={false}>{held.column}</Named>:{" "}
              <bdi>{held.reason}</bdi> <span className="held-where">({said.row(held.first_row)})</span>
            </li>
          ))}
        </ul>
      )}
      {preview.unread.length > 0 && (
        <ul className="held-back">
          {preview.unread.map((each) => (
            <li key={each.field}>
              <strong>{number(each.rows)}×</strong> {said.unread(said.fields[each.field] ?? each.field)}
              {each.words.length > 0 && (
                <>
                  :{" "}
                  <bdi>
                    {each.words
                      .slice(0, 5)
                      .map((word) => word.text)
                      .join(", ")}
                  </bdi>
                  {each.words.length > 5 && ` ${said.more(each.words.length - 5)}`}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {records && <p className="mapping-lead">{said.noInteractions}</p>}
      {preview.read.length > 0 && (
        <DataTable
          label={said.preview}
          columns={columnsIn(currentTimeZone())}
          rows={preview.read}
          rowKey={keyOf}
          maxHeight={460}
        />
      )}
      {preview.times.length > 0 && (
        <details className="mapping-times">
          <summary>{said.times}</summary>
          <ul>
            {preview.times.map((time) => (
              <li key={time}>
                <bdi>{time}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const keyOf = (read: ReadInteraction): string =>
  `${read.row} ${read.occurred_at} ${read.touchpoint} ${read.identifiers.join()}`;

/** The zone is named, as it isn't always the one that the file is written in. */
const columnsIn = (zone: string): Column<ReadInteraction>[] => [
  { id: "when", header: said.when(zone), cell: (read) => <span className="nowrap">{moment(read.occurred_at)}</span> },
  { id: "channel", header: said.channel, cell: (read) => <Named>{read.channel}</Named> },
  {
    id: "who",
    header: said.who,
    cell: (read) => (
      <span title={said.directions[read.direction]}>
        {said.parties[read.party] ?? read.party}
        {read.direction === "internal" && ` (${said.directions.internal})`}
      </span>
    ),
  },
  { id: "what", header: said.what, cell: (read) => <Named>{read.touchpoint}</Named> },
  {
    id: "customer",
    header: said.customer,
    cell: (read) => (read.identifiers.length > 0 ? <Named mono>{read.identifiers.join(" · ")}</Named> : MISSING),
  },
  { id: "said", header: said.said, cell: (read) => (read.text ? <Named>{read.text}</Named> : MISSING) },
];
