/** Asks before somebody leaves with unsaved settings, inside Clew and when the window closes. */
import { useEffect } from "react";
import { useBlocker } from "react-router";
import { Button, Dialog } from "~/ui";
import { words } from "~/words";

const said = words.settings.leave;

export function LeaveDialog({ isDirty }: { isDirty: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isDirty && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (!isDirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [isDirty]);
  if (blocker.state !== "blocked") return null;
  return (
    <Dialog
      title={said.title}
      isOpen
      onClose={() => blocker.reset()}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => blocker.proceed()}>{said.go}</Button>
          <Button kind="primary" autoFocus onPress={() => blocker.reset()}>
            {said.stay}
          </Button>
        </>
      }
    >
      <p>{said.body}</p>
    </Dialog>
  );
}
