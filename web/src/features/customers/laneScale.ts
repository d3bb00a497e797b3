/** Where a moment lies in a customer's time, how large a dot is, and which colour a channel has. */
import type { Customer } from "./types";

export interface Span {
  from: number;
  length: number;
}

export function spanOf(customer: Pick<Customer, "first_seen" | "last_seen">): Span {
  const from = Date.parse(customer.first_seen ?? "") || 0;
  const until = Date.parse(customer.last_seen ?? "") || from;
  return { from, length: Math.max(until - from, 1) };
}

/** From 0 (first seen) to 1 (last seen). */
export const placeOf = (moment: string, span: Span): number =>
  Math.min(Math.max((Date.parse(moment) - span.from) / span.length, 0), 1);

/** The area grows with the steps, up to a size that a lane holds. */
export const radiusOf = (steps: number): number => Math.min(2.5 + Math.sqrt(steps), 7);

const COLOURS = 8;

/** The channels used most have colours of their own; the others share the last one. */
export function colourOf(customer: Pick<Customer, "channels">, channel: string): string {
  const at = customer.channels.findIndex((each) => each.id === channel);
  return `var(--series-${at >= 0 && at < COLOURS ? at + 1 : COLOURS})`;
}
