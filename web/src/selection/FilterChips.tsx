/** What is selected, each as a chip that can be taken away. */
import { Button, Tag, TagGroup, TagList } from "react-aria-components";
import { Icon } from "~/ui/Icon";
import { words } from "~/words";
import { dayRange } from "~/words/format";
import { useFilterTitle } from "./filterWords";
import { FILTERS } from "./selection";
import { useSelection } from "./useSelection";

const said = words.selection;

interface Chip {
  id: string;
  text: string;
  remove: () => void;
}

export function FilterChips() {
  const chips = useChips();
  if (chips.length === 0) return null;
  return (
    <TagGroup
      aria-label={said.title}
      onRemove={(keys) => {
        for (const chip of chips) if (keys.has(chip.id)) chip.remove();
      }}
    >
      <TagList items={chips} className="s-chips">
        {(chip) => (
          <Tag id={chip.id} textValue={chip.text} className="s-chip">
            <bdi className="s-chip-words">{chip.text}</bdi>
            <Button slot="remove" className="s-chip-remove" aria-label={said.remove(chip.text)}>
              <Icon name="close" size={12} />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}

function useChips(): Chip[] {
  const { selection, set } = useSelection();
  const titleOf = useFilterTitle();
  const { from, to } = selection;
  const period: Chip[] =
    from || to
      ? [
          {
            id: "period",
            text: said.chip(said.period, dayRange(from, to)),
            remove: () => set({ from: undefined, to: undefined }),
          },
        ]
      : [];
  const filters = FILTERS.flatMap((filter) =>
    (selection[filter] ?? []).map((id): Chip => {
      return {
        id: `${filter}:${id}`,
        text: said.chip(said[filter], titleOf(filter, id)),
        remove: () => set({ [filter]: selection[filter]?.filter((one) => one !== id) }),
      };
    }),
  );
  return [...period, ...filters];
}
