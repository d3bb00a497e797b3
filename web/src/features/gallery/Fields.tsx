/** What words and numbers are typed into. */
import { useState } from "react";
import { DropZone, NumberField, SearchField, TextArea, TextField } from "~/ui";
import { words } from "~/words";
import { gallery } from "~/words/gallery";
import { Group } from "./Group";

export function Fields() {
  const { field, drop } = gallery;
  const [least, setLeast] = useState(5);
  return (
    <Group id="fields">
      <div className="g-fields">
        <TextField label={field.label} description={field.help} placeholder={field.placeholder} />
        <TextField label={field.label} defaultValue={field.value} />
        <TextField label={field.label} defaultValue={field.value} error={field.error} />
        <TextField label={field.label} defaultValue={field.value} isDisabled />
        <NumberField label={field.number} value={least} onChange={setLeast} minValue={0} />
        <SearchField label={field.search} placeholder={words.app.searchHint} defaultValue={field.value} />
        <TextArea label={field.area} placeholder={field.help} rows={3} />
      </div>
      <DropZone label={drop.label} description={drop.text} onFiles={() => {}} folders />
    </Group>
  );
}
