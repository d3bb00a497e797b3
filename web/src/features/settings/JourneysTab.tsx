/** Windows that cut journeys, and what isn't a contact. */
import { Card, MultiSelect, NumberField, type Option } from "~/ui";
import { words } from "~/words";
import type { Editing } from "./types";

const { windows: said, contacts } = words.settings;
const WINDOWS = ["journey_gap_days", "repeat_days", "contact_gap_hours", "open_days"] as const;

export function JourneysTab({ draft, known, change, errorAt }: Editing) {
  const channels: Option[] = known.channels.map(({ name, title }) => ({ id: name, label: title }));
  const kinds: Option[] = known.kinds.map((kind) => ({ id: kind, label: kind }));
  const set = (partial: Partial<typeof draft.contacts>) => change({ contacts: { ...draft.contacts, ...partial } });
  return (
    <div className="settings-cards">
      <Card title={said.title} lead={said.lead}>
        <div className="settings-fields">
          {WINDOWS.map((name) => (
            <NumberField
              key={name}
              label={said[name]}
              description={said[`${name}Help`]}
              value={draft.windows[name]}
              onChange={(value) => Number.isFinite(value) && change({ windows: { ...draft.windows, [name]: value } })}
              error={errorAt(`windows.${name}`)}
              minValue={0}
              step={1}
              formatOptions={{ maximumFractionDigits: 3 }}
            />
          ))}
        </div>
      </Card>
      <Card title={contacts.title} lead={contacts.lead}>
        <div className="settings-fields">
          <MultiSelect
            label={contacts.not_contact_kinds}
            options={kinds}
            value={draft.contacts.not_contact_kinds}
            onChange={(value) => set({ not_contact_kinds: value })}
            error={errorAt("contacts.not_contact_kinds")}
          />
          <MultiSelect
            label={contacts.not_contact_channels}
            options={channels}
            value={draft.contacts.not_contact_channels}
            onChange={(value) => set({ not_contact_channels: value })}
            error={errorAt("contacts.not_contact_channels")}
          />
          <MultiSelect
            label={contacts.not_contact_visits}
            options={channels}
            value={draft.contacts.not_contact_visits}
            onChange={(value) => set({ not_contact_visits: value })}
            error={errorAt("contacts.not_contact_visits")}
          />
        </div>
      </Card>
    </div>
  );
}
