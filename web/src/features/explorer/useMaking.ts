/** What paths are made of, as the address says: the same for every way of looking at them. */
import { useMemo } from "react";
import { usePlace } from "~/selection";

export const LEVELS = ["channel", "channel_party", "touchpoint", "stage"] as const;
export const REPEATS = ["once", "each"] as const;
export const STEPS = ["service", "all"] as const;
export type Level = (typeof LEVELS)[number];
export type Repeats = (typeof REPEATS)[number];
export type Kept = (typeof STEPS)[number];

export interface Making {
  level: Level;
  repeats: Repeats;
  steps: Kept;
}

export interface UseMaking {
  making: Making;
  setLevel: (level: Level) => void;
  setRepeats: (repeats: Repeats) => void;
  setSteps: (steps: Kept) => void;
}

export function useMaking(): UseMaking {
  const [level, setLevel] = usePlace<Level>("level", "channel");
  const [repeats, setRepeats] = usePlace<Repeats>("repeats", "once");
  const [steps, setSteps] = usePlace<Kept>("steps", "service");
  const making = useMemo(
    () => ({ level: known(LEVELS, level), repeats: known(REPEATS, repeats), steps: known(STEPS, steps) }),
    [level, repeats, steps],
  );
  return { making, setLevel, setRepeats, setSteps };
}

/** A word of the address that means nothing is taken for the first one. */
export function known<T extends string>(words: readonly [T, ...T[]], word: string): T {
  return words.find((each) => each === word) ?? words[0];
}
