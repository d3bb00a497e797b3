/** An identifier as a person reads it: its kind, small, and its value. */
import { Named } from "~/ui";
import { words } from "~/words";

export function Identifier({ identifier }: { identifier: string }) {
  const colon = identifier.indexOf(":");
  return (
    <span className="customer-identifier">
      <span className="customer-namespace">{words.customers.namespace(identifier.slice(0, Math.max(colon, 0)))}</span>
      <Named>{identifier.slice(colon + 1)}</Named>
    </span>
  );
}
