/** Every key and what it does, in one place, and the switch that turns single keys off. */
import { Dialog } from "~/ui/Dialog";
import { KeyHint } from "~/ui/KeyHint";
import { Switch } from "~/ui/Toggles";
import { words } from "~/words";
import { everywhere } from "./places";
import { setSingleKeys, useSingleKeys } from "./singleKeys";
import "./KeyboardHelp.css";

const said = words.app.keyboard;
const isMac = /mac|iphone|ipad/i.test(globalThis.navigator?.userAgent ?? "");

const ANSWERING = ["same", "different", "unsure", "next", "previous"] as const;

export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const single = useSingleKeys();
  const everywhereKeys: [readonly string[], string][] = [
    [[isMac ? "⌘" : "Ctrl", "K"], said.commands],
    [["/"], said.search],
    [["?"], said.help],
    [["Esc"], said.close],
  ];
  const places = everywhere
    .filter((place) => !place.isForMakers)
    .map((place): [readonly string[], string] => [["g", place.key], said.goTo(words.app.screens[place.id])]);
  const lists: [readonly string[], string][] = [
    [["↑", "↓"], said.rows],
    [["PgUp", "PgDn"], said.pages],
    [["Home", "End"], said.ends],
    [["Enter"], said.open_row],
  ];
  const { keys, help } = words.review.answers;
  const review = ANSWERING.map((name): [readonly string[], string] => [[keys[name]], help[name]]);
  return (
    <Dialog title={said.title} isOpen={isOpen} onClose={onClose} size="large">
      <div className="app-keys">
        <Keys title={said.inPlaces} lines={everywhereKeys} />
        <Keys title={words.app.palette.screens} lines={places} />
        <Keys title={said.tables} lines={lists} />
        <Keys title={help.title} lines={review} />
      </div>
      <div>
        <Switch isSelected={single} onChange={setSingleKeys}>
          {said.single}
        </Switch>
        <p className="app-keys-help">{said.singleHelp}</p>
      </div>
    </Dialog>
  );
}

function Keys({ title, lines }: { title: string; lines: readonly [readonly string[], string][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className="app-keys-list">
        {lines.map(([keys, does]) => (
          <div key={does}>
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
