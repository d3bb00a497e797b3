/** Streams between stages: how many went from where to where, their widths to scale; loads its layout when shown. */
import { lazy, Suspense } from "react";
import { Skeleton } from "~/ui/Skeleton";
import { words } from "~/words";
import type { Unit } from "~/words/format";
import "./Sankey.css";

export interface SankeyNode {
  id: string;
  label: string;
  /** Which column it stands in, from 0; worked out from the links unless given. */
  column?: number;
  /** `other` and `dropped off` are drawn paler. */
  isRest?: boolean;
  /** Which of the eight colours; by position unless given. */
  series?: number;
}

export interface SankeyLink {
  source: string;
  target: string;
  value: number;
}

export interface SankeyProps {
  nodes: readonly SankeyNode[];
  links: readonly SankeyLink[];
  label: string;
  unit?: Unit;
  onPick?: (picked: { node: SankeyNode } | { link: SankeyLink }) => void;
  height?: number;
}

const Streams = lazy(() => import("./SankeyStreams"));

export function Sankey(props: SankeyProps) {
  const { height = 420 } = props;
  return (
    <div className="ch-sankey-frame">
      <Suspense fallback={<Skeleton height={height} label={words.charts.loading} />}>
        <Streams {...props} height={height} />
      </Suspense>
    </div>
  );
}
