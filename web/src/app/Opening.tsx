/** What stands there for the moment until the page knows who is looking. */
import { words } from "~/words";
import { Logo } from "./Logo";

export function Opening() {
  return (
    <main className="app-alone app-opening" aria-busy="true">
      <Logo size={40} />
      <p role="status">{words.app.opening}</p>
    </main>
  );
}
