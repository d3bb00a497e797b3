/** Where one customer's page is, and one of its journeys there. */
export const customerAt = (customerId: string): string => `/customers/${encodeURIComponent(customerId)}`;

/** One of its journeys alone, at one of its steps. */
export function stepAt(customerId: string, journeyId: string, position: number | null): string {
  const query = new URLSearchParams({ journey: journeyId, ...(position === null ? {} : { step: String(position) }) });
  return `${customerAt(customerId)}?${query}`;
}
