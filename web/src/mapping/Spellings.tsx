/** How a source spells words, and what each spelling means. */
import { useState } from "react";
import { Button, IconButton } from "~/ui/Button";
import { Icon } from "~/ui/Icon";
import { Named } from "~/ui/Named";
import { Select } from "~/ui/Select";
import { TextField } from "~/ui/TextField";
import { words } from "~/words";

const said = words.mapping;

interface SpellingsProps {
  title: string;
  lead?: string;
  spellings: Readonly<Record<string, string>>;
  /** The words to choose from; null where any word does. */
  options: { id: string; label: string }[] | null;
  /** Null takes a spelling away. */
  onChange: (spelling: string, word: string | null) => void;
  flawAt?: (spelling: string) => string | undefined;
  /** Words seen in the column that nothing is said about, with what introduces them. */
  seen?: { lead: string; words: readonly string[] } | null;
}

export function Spellings({ title, lead, spellings, options, onChange, flawAt, seen }: SpellingsProps) {
  const [fresh, setFresh] = useState("");
  const add = () => {
    const spelling = fresh.trim();
    if (spelling === "" || spelling in spellings) return;
    onChange(spelling, options?.[0]?.id ?? spelling);
    setFresh("");
  };
  return (
    <section className="spelt" aria-label={title}>
      <h4 className="mapping-heading">{title}</h4>
      {lead && <p className="mapping-lead">{lead}</p>}
      <ul className="spellings">
        {Object.entries(spellings).map(([spelling, word]) => (
          <li key={spelling} className="spelling">
            <Named mono>{spelling}</Named>
            <Icon name="arrow-right" size={14} />
            {options ? (
              <Select
                label={said.means}
                hideLabel
                options={options}
                value={word}
                onChange={(id) => onChange(spelling, id)}
                error={flawAt?.(spelling)}
              />
            ) : (
              <TextField
                label={said.means}
                hideLabel
                value={word}
                onChange={(text) => onChange(spelling, text)}
                error={flawAt?.(spelling)}
              />
            )}
            <IconButton
              label={said.remove(spelling)}
              icon="close"
              size="small"
              onPress={() => onChange(spelling, null)}
            />
          </li>
        ))}
      </ul>
      {seen && seen.words.length > 0 && options && (
        <>
          <p className="mapping-lead">{seen.lead}</p>
          <ul className="spellings">
            {seen.words.map((spelling) => (
              <li key={spelling} className="spelling">
                <Named mono>{spelling}</Named>
                <Icon name="arrow-right" size={14} />
                <Select
                  label={said.meansOf(spelling)}
                  hideLabel
                  placeholder={said.asItIs}
                  options={options}
                  value={null}
                  onChange={(id) => onChange(spelling, id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="spelling-add">
        <TextField
          label={said.spelling}
          value={fresh}
          onChange={setFresh}
          onKeyDown={(event) => {
            if (event.key === "Enter") add();
          }}
        />
        <Button icon="plus" onPress={add} isDisabled={fresh.trim() === ""}>
          {said.addSpelling}
        </Button>
      </div>
    </section>
  );
}
