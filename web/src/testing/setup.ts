/** Prepares the simulated browser in which parts are tested. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import { setFormat } from "~/words/format";

setFormat({ locale: "en-GB", timeZone: "UTC", currency: "EUR" });

afterEach(cleanup);

// jsdom has none of these.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
if (!("animate" in Element.prototype)) Object.assign(Element.prototype, { getAnimations: () => [] });
Element.prototype.scrollIntoView ??= () => {};
// Enough for the ids that react-aria makes.
globalThis.CSS ??= {} as typeof CSS;
CSS.escape ??= (text: string) => text.replace(/[^\w-]/g, (character) => `\\${character}`);

// A promise kept late is kept: machines that test are busy.
configure({ asyncUtilTimeout: 10_000 });
