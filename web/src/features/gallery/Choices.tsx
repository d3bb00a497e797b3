/** What is chosen from. */
import { useState } from "react";
import { Checkbox, MultiSelect, type Option, Segments, Select, Steps, Switch, Tabs } from "~/ui";
import { gallery } from "~/words/gallery";
import { Group, Row } from "./Group";

const { choose, options, tabs, steps } = gallery;
const channels = Object.entries(options).map(
  ([id, label], at): Option => ({ id, label, hint: String((10 - at) * 117) }),
);

export function Choices() {
  const [one, setOne] = useState<string | null>("email");
  const [several, setSeveral] = useState<string[]>(["chat", "phone"]);
  const [density, setDensity] = useState("compact");
  const [tab, setTab] = useState("variants");
  const views = [
    { id: "variants", label: tabs.first, content: tabs.text },
    { id: "flow", label: tabs.second, content: tabs.text, count: "12" },
    { id: "stages", label: tabs.third, content: tabs.text },
  ];
  const densities = [
    { id: "roomy", label: choose.roomy },
    { id: "compact", label: choose.compact },
  ];
  return (
    <Group id="choices">
      <div className="g-fields">
        <Select label={choose.label} options={channels} value={one} onChange={setOne} />
        <Select
          label={choose.label}
          options={channels.slice(0, 3)}
          value={null}
          onChange={setOne}
          error={gallery.field.error}
        />
        <MultiSelect label={choose.several} options={channels} value={several} onChange={setSeveral} />
        <MultiSelect
          label={choose.several}
          options={[]}
          value={[]}
          onChange={setSeveral}
          placeholder={choose.empty}
          isDisabled
        />
      </div>
      <Row>
        <Checkbox defaultSelected>{choose.check}</Checkbox>
        <Checkbox>{choose.check}</Checkbox>
        <Checkbox isIndeterminate>{choose.some}</Checkbox>
        <Checkbox isDisabled>{choose.check}</Checkbox>
        <Switch defaultSelected>{choose.on}</Switch>
        <Switch>{choose.on}</Switch>
        <Segments label={choose.density} options={densities} value={density} onChange={setDensity} />
      </Row>
      <Tabs label={choose.tabs} tabs={views} value={tab} onChange={setTab} />
      <Steps
        label={steps.label}
        current="importing"
        steps={[
          { id: "files", label: steps.files },
          { id: "mapping", label: steps.mapping },
          { id: "importing", label: steps.importing },
          { id: "map", label: steps.map },
        ]}
      />
    </Group>
  );
}
