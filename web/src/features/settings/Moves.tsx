/** Up and down for one item of a list; the focus goes with the item, so that pressing again moves it further. */
import { IconButton } from "~/ui";
import { words } from "~/words";

const said = words.settings.stages;

export interface MovesProps {
  /** Names the list on this screen. */
  list: string;
  what: string;
  at: number;
  count: number;
  onMove: (by: -1 | 1) => void;
}

export function Moves({ list, what, at, count, onMove }: MovesProps) {
  const move = (by: -1 | 1) => {
    onMove(by);
    const to = at + by;
    const isEnd = by < 0 ? to === 0 : to === count - 1;
    // Once the list is drawn in its new order.
    setTimeout(() => document.getElementById(idOf(list, to, isEnd ? -by : by))?.focus());
  };
  return (
    <span className="settings-moves">
      <IconButton
        id={idOf(list, at, -1)}
        label={said.up(what)}
        icon="arrow-up"
        isDisabled={at === 0}
        onPress={() => move(-1)}
      />
      <IconButton
        id={idOf(list, at, 1)}
        label={said.down(what)}
        icon="arrow-down"
        isDisabled={at === count - 1}
        onPress={() => move(1)}
      />
    </span>
  );
}

const idOf = (list: string, at: number, by: number): string => `move-${list}-${at}-${by < 0 ? "up" : "down"}`;
