/** What a flow graph is made of. */

export interface FlowNode {
  id: string;
  label: string;
  /** Journeys (or steps) through it. */
  value: number;
  share?: number | null;
  kind?: "start" | "step" | "end" | "other" | "dropped";
  /** A second line: touchpoint, party. */
  note?: string | null;
}

export interface FlowEdge {
  from: string;
  to: string;
  value: number;
  share?: number | null;
  /** What stands on it instead of the bare number. */
  note?: string | null;
  /** Strength of its shade from 0 (none) to 7. */
  heat?: number | undefined;
}
