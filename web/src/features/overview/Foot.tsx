/** The foot of an overview's card: a remark, and the way to the screen that says more. */
import type { ReactNode } from "react";
import { TextLink } from "~/ui";

export function Foot({ to, link, children }: { to: string; link: string; children?: ReactNode }) {
  return (
    <div className="o-foot">
      <span>{children}</span>
      <TextLink to={to}>{link}</TextLink>
    </div>
  );
}
