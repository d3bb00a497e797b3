/** An address that leads nowhere. */
import { LinkButton } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { Screen } from "~/ui/Screen";
import { words } from "~/words";

const said = words.app.missing;

export function NotFound() {
  return (
    <Screen title={said.title}>
      <EmptyState
        title={said.title}
        body={said.body}
        action={
          <LinkButton to="/" kind="primary">
            {said.home}
          </LinkButton>
        }
      />
    </Screen>
  );
}
