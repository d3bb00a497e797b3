/** Shown when a screen's own program failed: the rest of the page stays usable. */
import { useRouteError } from "react-router";
import { Button, LinkButton } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { words } from "~/words";
import { page, useReloadWhenBack } from "./useReloadWhenBack";

const said = words.app;

export function BrokenScreen({ inFrame = false }: { inFrame?: boolean }) {
  const thrown = useRouteError();
  // After an update the old page asks for files that are gone.
  const isStale = thrown instanceof Error && /dynamically imported module|module script|preload/i.test(thrown.message);
  useReloadWhenBack(isStale);
  const Outer = inFrame ? "div" : "main";
  return (
    <Outer className="app-alone app-broken" role="alert">
      <Icon name={isStale ? "refresh" : "error"} size={32} />
      <h1>{isStale ? said.stale.title : said.broken.title}</h1>
      <p>{isStale ? said.stale.body : said.broken.body}</p>
      <p className="app-actions">
        <Button kind="primary" icon="refresh" onPress={() => page.reload()}>
          {isStale ? said.stale.reload : said.broken.again}
        </Button>
        {inFrame && !isStale && <LinkButton to="/">{said.broken.home}</LinkButton>}
      </p>
      {!isStale && thrown instanceof Error && (
        <details className="app-details">
          <summary>{said.broken.what}</summary>
          <code>{thrown.message}</code>
        </details>
      )}
    </Outer>
  );
}
