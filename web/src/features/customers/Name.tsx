/** A customer's best identifier, or that nobody knows who it is. */
import { words } from "~/words";
import { Identifier } from "./Identifier";

export function Name({ name }: { name: string }) {
  return name ? <Identifier identifier={name} /> : <span className="customer-unknown">{words.customers.unknown}</span>;
}
