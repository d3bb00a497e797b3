/** Shown to a browser that isn't signed in: how to get in, and why there is no password field. */
import { Icon } from "~/ui/Icon";
import { words } from "~/words";
import { Logo } from "./Logo";

const said = words.app.signedOut;

export function SignedOut({ wrongSecret }: { wrongSecret: boolean }) {
  return (
    <main className="app-alone app-signed-out" data-problem="401">
      <Logo size={48} />
      <h1>{said.title}</h1>
      {wrongSecret && (
        <p className="app-wrong" role="alert">
          <Icon name="warning" size={16} />
          {said.wrong}
        </p>
      )}
      <p>{said.lead}</p>
      <p>{said.lost}</p>
      <p>
        <code className="app-command">{said.command}</code>
      </p>
      <p className="app-why">{said.why}</p>
    </main>
  );
}
