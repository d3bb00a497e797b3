/** The identifiers in columns with a line for each link. It repeats the list below it for the eye; the list is what is read out. */
import { classes, Named, ScrollBox } from "~/ui";
import { words } from "~/words";
import { BOX, type Edge, kindOf, layOut, type Node, OTHERS } from "./identityLayout";

interface IdentityMapProps {
  nodes: readonly Node[];
  edges: readonly Edge[];
  customerId: string;
  picked: string;
  onPick: (id: string) => void;
}

export function IdentityMap({ nodes, edges, customerId, picked, onPick }: IdentityMapProps) {
  const drawn = layOut(nodes, edges, customerId);
  return (
    <ScrollBox label={words.identity.graph.drawing} className="identity-map-scroll">
      <div className="identity-map" aria-hidden="true" style={{ width: drawn.width, height: drawn.height }}>
        <svg width={drawn.width} height={drawn.height} aria-hidden="true">
          {drawn.lines.map(({ edge, path }) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list of links does the same by keyboard
            <g key={edge.id} className={lineClass(edge, picked)} onClick={() => onPick(edge.id)}>
              <path className="identity-line-reach" d={path} />
              <path className="identity-line-drawn" d={path} />
            </g>
          ))}
        </svg>
        {drawn.columns.map((column) => (
          <span key={column.id} className="identity-map-kind" style={{ left: column.x, width: BOX.width }}>
            {column.id === OTHERS ? words.identity.graph.others : words.customers.namespace(column.id)}
          </span>
        ))}
        {drawn.boxes.map(({ node, column, x, y }) => (
          <span
            key={node.identifier}
            className={classes("identity-box", column === OTHERS && "identity-box-other")}
            style={{ left: x, top: y, width: BOX.width, height: BOX.height }}
          >
            {column === OTHERS && (
              <span className="customer-namespace">{words.customers.namespace(kindOf(node.identifier))}</span>
            )}
            <Named>{node.identifier.slice(kindOf(node.identifier).length + 1)}</Named>
          </span>
        ))}
      </div>
    </ScrollBox>
  );
}

const lineClass = (edge: Edge, picked: string): string =>
  classes("identity-line", edge.fate !== "joins" && "identity-line-out", edge.id === picked && "identity-line-picked");
