/** The words that the company's own systems use for channels. */
import { Button, Card, IconButton, Select, TextField } from "~/ui";
import { words } from "~/words";
import type { Editing } from "./types";

const said = words.settings.spellings;

export function Spellings({ draft, known, change, errorAt }: Editing) {
  const channels = known.channels.map(({ name, title }) => ({ id: name, label: title }));
  const set = (at: number, partial: Partial<(typeof draft.channels)[number]>) =>
    change({ channels: draft.channels.map((each, index) => (index === at ? { ...each, ...partial } : each)) });
  return (
    <Card
      title={said.title}
      lead={said.lead}
      actions={
        <Button
          size="small"
          icon="plus"
          onPress={() => change({ channels: [...draft.channels, { spelling: "", channel: "chat" }] })}
        >
          {said.add}
        </Button>
      }
    >
      {draft.channels.length === 0 && <p className="settings-none">{said.none}</p>}
      <ul className="settings-rows">
        {draft.channels.map((each, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text is being written, so the place is the identity
          <li key={at} className="settings-spelling">
            <TextField
              label={said.spelling}
              value={each.spelling}
              onChange={(spelling) => set(at, { spelling })}
              error={
                errorAt(`channels.${each.spelling}`) ?? (each.spelling.trim() === "" ? errorAt("channels") : undefined)
              }
              maxLength={200}
            />
            <Select
              label={said.channel}
              options={channels}
              value={each.channel}
              onChange={(channel) => set(at, { channel })}
            />
            <IconButton
              label={said.remove(each.spelling || said.new)}
              icon="trash"
              onPress={() => change({ channels: draft.channels.filter((_, index) => index !== at) })}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}
