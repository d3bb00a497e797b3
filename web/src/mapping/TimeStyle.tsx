/** How a column writes its times: left to Clew, or said by a person where Clew can't tell day from month. */
import { Select } from "~/ui/Select";
import { words } from "~/words";

const said = words.mapping;

interface TimeStyleProps {
  field: string;
  styles: readonly string[];
  value: string;
  onChange: (style: string) => void;
}

export function TimeStyle({ field, styles, value, onChange }: TimeStyleProps) {
  return (
    <Select
      label={said.timeStyle(said.fields[field] ?? field)}
      hideLabel
      options={["", ...styles].map((id) => ({ id, label: said.timeStyles[id] ?? id.replaceAll("_", " ") }))}
      value={value}
      onChange={onChange}
    />
  );
}
