/** Which of a trend's latest points will still move, because their journeys are too young to count. */

/** How many points at the end are young. */
export function youngAtEnd(buckets: readonly { young: boolean }[]): number {
  return buckets.length - 1 - buckets.findLastIndex((bucket) => !bucket.young);
}
