import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The parts of react-aria speak 34 languages; the page speaks English only, so the other 33 stay out of it (45 kB). */
function englishOnly(): Plugin {
  const others =
    /\/react-(?:aria|stately|aria-components)\/dist\/private\/.*intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: "clew-english-only",
    enforce: "pre",
    load: (id) => (others.test(id) ? 'export { default } from "./en-US.mjs";' : null),
  };
}

// The built page lies inside the Python package, so that the wheel carries it; git doesn't.
export default defineConfig({
  plugins: [react(), englishOnly()],
  resolve: { alias: { "~": new URL("./src", import.meta.url).pathname } },
  build: {
    outDir: "../src/clew/api/assets",
    emptyOutDir: true,
    target: "es2022",
    // The server's policy forbids inline scripts and styles; nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  // Clew takes changes from its own page only.
  server: { proxy: { "/api": { target: "http://127.0.0.1:8400", headers: { origin: "http://127.0.0.1:8400" } } } },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing/setup.ts"],
    // A promise kept late is kept: machines that test are busy.
    testTimeout: 30_000,
  },
});
