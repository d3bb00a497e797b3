/** Several views of one thing, one shown at a time. */
import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";
import { words } from "~/words";
import "./Tabs.css";

export interface TabItem<T extends string = string> {
  id: T;
  label: string;
  content: ReactNode;
  /** A small count behind the label. */
  count?: string;
}

export interface TabsProps<T extends string = string> {
  /** What the tabs are views of, read out before them. */
  label?: string;
  tabs: readonly TabItem<T>[];
  value: T;
  onChange: (value: T) => void;
}

export function Tabs<T extends string = string>({ label = words.ui.tabs, tabs, value, onChange }: TabsProps<T>) {
  return (
    <AriaTabs className="c-tabs" selectedKey={value} onSelectionChange={(key) => onChange(String(key) as T)}>
      <TabList aria-label={label} className="c-tablist">
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className="c-tab">
            {tab.label}
            {tab.count !== undefined && <span className="c-tab-count">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="c-tabpanel">
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
