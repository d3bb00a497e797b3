/**
 * Behind every number stand journeys. On a screen: put `<BehindPlace />` once, and let each number be a
 * `<BehindLink through="…">`; or call `useBehind().open(through)`. All of it lives in the address.
 */
export { type Behind, behindHref, useBehind } from "./address";
export { BehindDrawer, type BehindDrawerProps, BehindPlace } from "./BehindDrawer";
export { BehindLink, type BehindLinkProps } from "./BehindLink";
export { CountLine, countWords } from "./CountLine";
export { type JourneyItem, JourneyList, type JourneyListProps, type Sort, useJourneys } from "./JourneyList";
export { sortOptions } from "./sorting";
export { useFillHeight } from "./useFillHeight";
