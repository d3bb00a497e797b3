/** What the settings screen is made of, as the server answers it. */
import type { components } from "~/api/client";

export type Kept = components["schemas"]["KeptSettings"];
export type Settings = components["schemas"]["SettingsState"];
export type Rule = components["schemas"]["RuleState"];
export type Known = components["schemas"]["SettingsWords"];
export type Trial = components["schemas"]["TrialState"];

/** What every part of the editor works on. */
export interface Editing {
  draft: Settings;
  known: Known;
  change: (partial: Partial<Settings>) => void;
  /** What the server said is wrong with the setting at a place such as `windows.repeat_days`. */
  errorAt: (place: string) => string | undefined;
}
