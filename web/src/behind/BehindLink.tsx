/** A number that opens the journeys behind it. */
import type { ReactNode } from "react";
import { TextLink } from "~/ui";
import { useBehind } from "./address";

export interface BehindLinkProps {
  /** The word the number carries, from the server's answer; without one the children stand alone. */
  through: string | null | undefined;
  children: ReactNode;
  /** Read out instead of the bare number: "312 handoffs from Chat to Phone: open the journeys". */
  label?: string;
}

export function BehindLink({ through, children, label }: BehindLinkProps) {
  const { hrefOf } = useBehind();
  if (!through) return children;
  return (
    <TextLink to={hrefOf(through)} quiet {...(label ? { label } : {})}>
      {children}
    </TextLink>
  );
}
