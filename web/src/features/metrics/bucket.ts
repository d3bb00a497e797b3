/** The journeys that a point of a trend counts: those of its days, under the same filters. */
import type { components } from "~/api/client";
import { drillTo, type Selection } from "~/selection";

type Bucket = components["schemas"]["BucketState"];

export const behindBucket = (bucket: Bucket, selection: Selection): string =>
  drillTo(bucket.through, { ...selection, from: bucket.first_day, to: bucket.last_day });
