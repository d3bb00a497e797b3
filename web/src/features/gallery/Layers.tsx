/** What comes in front of everything else. */
import { useState } from "react";
import { Button, Dialog, Drawer, notify } from "~/ui";
import { gallery } from "~/words/gallery";
import { Group, Row } from "./Group";

const said = gallery.dialog;

export function Layers() {
  const [open, setOpen] = useState<"dialog" | "drawer" | null>(null);
  const close = () => setOpen(null);
  return (
    <Group id="layers">
      <Row>
        <Button onPress={() => setOpen("dialog")}>{said.open}</Button>
        <Button onPress={() => setOpen("drawer")}>{said.drawer}</Button>
        <Button onPress={() => notify({ text: said.done, tone: "good" })}>{said.toast}</Button>
        <Button onPress={() => notify({ text: said.done, undo: () => notify({ text: said.cancel }) })}>
          {said.undo}
        </Button>
        <Button onPress={() => notify({ text: said.failed, tone: "bad" })}>{said.bad}</Button>
      </Row>
      <Dialog
        title={said.title}
        isOpen={open === "dialog"}
        onClose={close}
        actions={
          <>
            <Button onPress={close}>{said.cancel}</Button>
            <Button kind="danger" onPress={close}>
              {said.confirm}
            </Button>
          </>
        }
      >
        <p>{said.text}</p>
      </Dialog>
      <Drawer title={said.title} isOpen={open === "drawer"} onClose={close}>
        <p>{said.text}</p>
      </Drawer>
    </Group>
  );
}
