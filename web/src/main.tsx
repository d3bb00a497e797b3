/** Where the page begins. */
// Before the parts, whose styles build on these.
import "~/ui/tokens.css";
import "~/ui/page.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "~/app/App";
// After them, as it takes away.
import "~/ui/print.css";

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
