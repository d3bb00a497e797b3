/** The workspace itself: its name, its zone of time, where its phone numbers are, its money. */
import { useMemo } from "react";
import { Card, type Option, Select, TextField } from "~/ui";
import { words } from "~/words";
import { currentLocale } from "~/words/format";
import type { Editing, Settings } from "./types";

const said = words.settings.general;

export function GeneralTab({ draft, known, change, errorAt }: Editing) {
  const { workspace } = draft;
  const set = (partial: Partial<Settings["workspace"]>) => change({ workspace: { ...workspace, ...partial } });
  const regions = useMemo(() => named("region", known.regions), [known.regions]);
  const currencies = useMemo(
    () => named("currency", withOwn(Intl.supportedValuesOf("currency"), workspace.currency)),
    [workspace.currency],
  );
  const zones = useMemo(
    () =>
      withOwn(known.time_zones, workspace.time_zone).map((zone) => ({ id: zone, label: zone.replaceAll("_", " ") })),
    [known.time_zones, workspace.time_zone],
  );
  return (
    <Card>
      <div className="settings-fields">
        <TextField
          label={said.name}
          description={said.nameHelp}
          value={workspace.name}
          onChange={(name) => set({ name })}
          error={errorAt("workspace.name")}
          maxLength={200}
        />
        <Select
          label={said.timeZone}
          description={said.timeZoneHelp}
          options={zones}
          value={workspace.time_zone}
          onChange={(time_zone) => set({ time_zone })}
          error={errorAt("workspace.time_zone")}
        />
        <Select
          label={said.region}
          description={said.regionHelp}
          options={regions}
          value={workspace.region}
          onChange={(region) => set({ region })}
          error={errorAt("workspace.region")}
        />
        <Select
          label={said.currency}
          description={said.currencyHelp}
          options={currencies}
          value={workspace.currency}
          onChange={(currency) => set({ currency })}
          error={errorAt("workspace.currency")}
        />
      </div>
    </Card>
  );
}

const withOwn = (all: readonly string[], own: string): string[] => (all.includes(own) ? [...all] : [own, ...all]);

/** Codes with their names in the reader's language, by name. */
function named(type: "region" | "currency", codes: readonly string[]): Option[] {
  const names = new Intl.DisplayNames(currentLocale(), { type, fallback: "code" });
  const options = codes.map((code) => ({ id: code, label: `${names.of(code) ?? code} (${code})` }));
  return options.sort((a, b) => a.label.localeCompare(b.label, currentLocale()));
}
