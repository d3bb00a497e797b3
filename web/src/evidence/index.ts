/** Handoffs one by one, with the very words around what was asked again, each leading to the customer's thread. */
export { EvidenceList } from "./EvidenceList";
