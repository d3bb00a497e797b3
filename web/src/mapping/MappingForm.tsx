/** A mapping as a form: how the file is read, what its columns mean, how its words are spelt. */
import { useAsk } from "~/api/client";
import { Segments } from "~/ui/Segments";
import { Select } from "~/ui/Select";
import { Skeleton } from "~/ui/Skeleton";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";
import { choicesOf } from "./choices";
import { unusedColumns, withChannel, withColumn, withValue } from "./drafts";
import { Meanings } from "./Meanings";
import { Milestones } from "./Milestones";
import { Spellings } from "./Spellings";
import type { Draft, Flaw, Guess, SeenColumn, Unread } from "./types";
import { Unused } from "./Unused";
import "./mapping.css";

const said = words.mapping;

export interface MappingFormProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** The columns of the file, where they are known. */
  columns: readonly SeenColumn[];
  guesses?: readonly Guess[];
  /** What Clew proposed, where the mapping began as its guess. */
  proposed?: Draft | undefined;
  flaws: readonly Flaw[];
  /** What of the rows at hand could not be read, as the last try told. */
  unread?: readonly Unread[];
  /** The source keeps its name. */
  fixedSource?: boolean;
}

export function MappingForm(props: MappingFormProps) {
  const { draft, onChange, columns, guesses = [], proposed, flaws, unread = [], fixedSource = false } = props;
  const { data: known } = useAsk("/api/v1/mapping-words", {}, { ofView: false });
  if (!known) return <Skeleton lines={8} />;
  const isTable = draft.connector === "table";
  const flawAt = (place: string) => flaws.find((flaw) => flaw.place === place)?.detail;
  const names = columns.map((column) => column.name);
  const ends = draft.columns.sender || draft.columns.recipient;
  const translated = isTable ? known.translated.filter((field) => draft.columns[field] || draft.values[field]) : [];
  const hasChannels = !isTable || Boolean(draft.columns.channel) || Object.keys(draft.channels).length > 0;
  /** The words of a column with fixed words that a person chose, so that none becomes nothing without being seen. */
  const seenOf = (field: string) => {
    const column = draft.columns[field];
    if (column === undefined || !choicesOf(field, known)) return null;
    const told = field === "channel" ? draft.channels : (draft.values[field] ?? {});
    const open = unread.find((each) => each.field === field)?.words.map((word) => word.text) ?? [];
    const chosen = column === proposed?.columns[field] ? [] : columns.find((each) => each.name === column)?.examples;
    const seen = [...new Set([...open, ...(chosen ?? [])])];
    return { lead: said.seen(said.fields[field] ?? field), words: seen.filter((word) => !(word in told)) };
  };
  const hasUntold = [...translated, ...(hasChannels ? ["channel"] : [])].some((field) => seenOf(field)?.words.length);
  return (
    <div className="mapping-form">
      <fieldset className="mapping-part">
        <legend>{said.basics}</legend>
        <div className="mapping-basics">
          {!fixedSource && (
            <TextField
              label={said.source}
              description={said.sourceHelp}
              value={draft.source ?? ""}
              onChange={(source) => onChange({ ...draft, source: source === "" ? null : source })}
              error={flawAt("source")}
            />
          )}
          <TextField
            label={said.zone}
            description={said.zoneHelp}
            value={draft.zone}
            onChange={(zone) => onChange({ ...draft, zone })}
            error={flawAt("zone")}
          />
          {isTable && (draft.columns.value || draft.columns.rating) && (
            <div className="mapping-choice">
              <span className="c-label">{said.decimal}</span>
              <Segments
                label={said.decimal}
                options={Object.entries(said.decimals).map(([id, label]) => ({ id, label }))}
                value={draft.decimal}
                onChange={(decimal) => onChange({ ...draft, decimal })}
              />
            </div>
          )}
          {isTable && ends && (
            <Select
              label={said.address}
              options={known.identifiers.map((id) => ({ id, label: said.fields[id] ?? id }))}
              value={draft.address}
              onChange={(address) => onChange({ ...draft, address })}
            />
          )}
        </div>
      </fieldset>
      {isTable && (
        <>
          <Meanings {...{ draft, onChange, columns, guesses, proposed, known, flaws }} />
          {draft.shape === "cases" && <Milestones {...{ draft, onChange, names, known, flaws }} />}
          <Unused
            columns={columns.filter((column) => unusedColumns(draft, names).includes(column.name))}
            fields={known.fields.filter((field) => !(field.name in draft.columns))}
            onMeaning={(column, field) => onChange(withColumn(draft, field, column))}
          />
        </>
      )}
      {(hasChannels || translated.length > 0) && (
        <details className="mapping-part" open={hasUntold || flaws.some((flaw) => flaw.place.startsWith("channels."))}>
          <summary>{said.spelt}</summary>
          {hasChannels && (
            <Spellings
              title={said.channels}
              lead={said.channelsLead}
              spellings={draft.channels}
              options={choicesOf("channel", known)}
              seen={seenOf("channel")}
              onChange={(spelling, channel) => onChange(withChannel(draft, spelling, channel))}
              flawAt={(spelling) => flawAt(`channels.${spelling}`)}
            />
          )}
          {translated.map((field) => (
            <Spellings
              key={field}
              title={said.values(said.fields[field] ?? field)}
              spellings={draft.values[field] ?? {}}
              options={choicesOf(field, known)}
              seen={seenOf(field)}
              onChange={(spelling, word) => onChange(withValue(draft, field, spelling, word))}
            />
          ))}
        </details>
      )}
    </div>
  );
}
