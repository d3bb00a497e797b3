/** What a person decided about each proposal, kept in this browser until it is sent. */
import { useCallback, useState } from "react";

export interface Choice {
  leftOut: boolean;
  replace: boolean;
}

export type Choices = Readonly<Record<number, Choice>>;
const PREFIX = "clew.choices.";
const AS_PROPOSED: Choice = { leftOut: false, replace: false };

export const choiceOf = (choices: Choices, table: number): Choice => choices[table] ?? AS_PROPOSED;

export function useChoices(look: string): [Choices, (table: number, part: Partial<Choice>) => void] {
  const [choices, setChoices] = useState<Choices>(() => read(look));
  const choose = useCallback(
    (table: number, part: Partial<Choice>) =>
      setChoices((now) => {
        const next = { ...now, [table]: { ...choiceOf(now, table), ...part } };
        write(look, next);
        return next;
      }),
    [look],
  );
  return [choices, choose];
}

export function forgetChoices(look: string): void {
  try {
    localStorage.removeItem(PREFIX + look);
  } catch {
    // Nothing was kept.
  }
}

function read(look: string): Choices {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + look) ?? "{}");
    return typeof kept === "object" && kept !== null ? (kept as Choices) : {};
  } catch {
    return {};
  }
}

function write(look: string, choices: Choices): void {
  try {
    localStorage.setItem(PREFIX + look, JSON.stringify(choices));
  } catch {
    // A browser that keeps nothing still holds them until the page is closed.
  }
}
