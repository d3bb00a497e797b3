/** Where a step came from: its source, its numbers there, the identifiers it named, and what the source said besides. */
import { words } from "~/words";
import type { ThreadStep } from "./types";

const { facts } = words.thread;

export function StepDetails({ step, id }: { step: ThreadStep; id: string }) {
  const rows: [string, string][] = [
    [facts.source, step.source],
    [facts.sourceId, step.source_id],
    [facts.case, step.case_ref],
    [facts.conversation, step.conversation_id],
    [facts.stage, step.stage_title],
    [facts.identifiers, step.identifiers.join(", ")],
    [facts.interaction, step.interaction_id],
    [facts.joined, step.joined_by && words.thread.joined(step.joined_by, step.joined_probability)],
    ...step.details.map((detail): [string, string] => [detail.name, detail.value]),
  ];
  return (
    <dl id={id} className="thread-details">
      {rows
        .filter(([, value]) => value !== "")
        .map(([name, value], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source may use one of our names; the order never changes
          <div key={at} className="thread-fact">
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
