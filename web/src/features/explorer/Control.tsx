/** A label above a group of choices that names itself to those who hear it. */
import type { ReactNode } from "react";

export function Control({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="explorer-control">
      <span className="explorer-control-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}
