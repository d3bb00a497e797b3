/** A share as a number on a bar. */
import { percent } from "~/words/format";

export function ShareBar({ share, most }: { share: number; most: number }) {
  return (
    <span className="explorer-share">
      <span className="explorer-share-track" aria-hidden="true">
        <span className="explorer-share-bar" style={{ width: `${most > 0 ? (share / most) * 100 : 0}%` }} />
      </span>
      <span className="explorer-share-number">{percent(share)}</span>
    </span>
  );
}
