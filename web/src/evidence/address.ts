/** Where a step stands in its customer's thread. */
export function stepAt(customerId: string, journeyId: string, position: number): string {
  const query = new URLSearchParams({ journey: journeyId, step: String(position) });
  return `/customers/${encodeURIComponent(customerId)}?${query}`;
}
