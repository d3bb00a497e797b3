/** One group of parts in the gallery, with an address of its own. */
import type { ReactNode } from "react";
import { gallery } from "~/words/gallery";
import "./gallery.css";

export type GroupId = keyof typeof gallery.groups;

export function Group({ id, children }: { id: GroupId; children: ReactNode }) {
  return (
    <section id={id} className="g-group" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{gallery.groups[id]}</h2>
      <div className="g-samples">{children}</div>
    </section>
  );
}

/** Samples side by side. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="g-row">{children}</div>;
}
