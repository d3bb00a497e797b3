/** What a customer may ask for: everything that is kept of them, and to be forgotten. */
import { useState } from "react";
import { api, asProblem } from "~/api/client";
import { downloadBlob, Menu, notify } from "~/ui";
import { words } from "~/words";
import { EraseDialog } from "./EraseDialog";

const said = words.identity.person;

export function PersonMenu({ customerId }: { customerId: string }) {
  const [isErasing, setErasing] = useState(false);
  return (
    <>
      <Menu
        label={said.menu}
        icon="more"
        iconOnly
        items={[
          {
            id: "export",
            label: said.export,
            description: said.exportHelp,
            icon: "download",
            onAction: () => void handOut(customerId),
          },
          {
            id: "erase",
            label: said.erase,
            description: said.eraseHelp,
            icon: "trash",
            tone: "danger",
            startsGroup: true,
            onAction: () => setErasing(true),
          },
        ]}
      />
      {isErasing && <EraseDialog customerId={customerId} onClose={() => setErasing(false)} />}
    </>
  );
}

async function handOut(customerId: string): Promise<void> {
  try {
    const params = { path: { customer_id: customerId } };
    const { data } = await api.POST("/api/v1/customers/{customer_id}/export", { params, parseAs: "blob" });
    downloadBlob(said.file, data as unknown as Blob);
    notify({ text: said.exported, tone: "info" });
  } catch (thrown) {
    notify({ text: `${said.exportFailed}. ${asProblem(thrown).detail}`, tone: "bad" });
  }
}
