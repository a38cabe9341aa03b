import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';

/** Views of one thing. The chosen one belongs into the address: give `value` from the search and set it in `onChange`. */
export function Tabs<Id extends string>(given: {
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly { id: Id; text: string; count?: string; content: () => ReactNode }[];
}) {
  return (
    <AriaTabs selectedKey={given.value} onSelectionChange={(key) => given.onChange(key as Id)} className="flex flex-col gap-6">
      <TabList aria-label={given.label} className="flex gap-6 overflow-x-auto border-b border-line [scrollbar-width:none]">
        {given.tabs.map((tab) => (
          <Tab
            key={tab.id}
            id={tab.id}
            className="-mb-px flex min-h-field shrink-0 items-center gap-2 border-b-2 border-transparent text-ink-soft outline-offset-[-2px] data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
          >
            {tab.text}
            {tab.count !== undefined && <span className="text-sm text-ink-faint">{tab.count}</span>}
          </Tab>
        ))}
      </TabList>
      {given.tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className="outline-offset-8">
          {tab.content()}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
