/** What the shade means where it needs words, what it is of all handoffs, or why it can't be told. */
import { LinkButton } from "~/ui";
import { words } from "~/words";
import type { Heat, Matrix, MatrixContracts } from "./pairs";

const { shades, unread } = words.handoffs;

export function ShadeNote({
  matrix,
  heat,
  contracts,
}: {
  matrix: Matrix;
  heat: Heat;
  contracts: MatrixContracts | undefined;
}) {
  if (heat !== "lost" && heat !== "carried" && heat !== "contracts") return null;
  if (heat === "contracts" && contracts?.contracts === 0)
    return (
      <p className="handoffs-note">
        {shades.noContracts} <LinkButton to="/handoffs/contracts">{shades.makeOne}</LinkButton>
      </p>
    );
  if (heat !== "contracts" && matrix.total_context.state === "unread") return <p className="handoffs-note">{unread}</p>;
  const all =
    heat === "contracts" ? contracts && shades.contracts(contracts.total) : shades[heat](matrix.total_context);
  return (
    <p className="handoffs-note">
      {shades.help[heat]} {all && `${shades.all} ${all}.`}
    </p>
  );
}
