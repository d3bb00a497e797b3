/** Handoff contracts: what has to hold at a handoff, how far history kept it, and a form to change it. */
import { useMemo } from "react";
import { useAsk } from "~/api/client";
import { BehindPlace } from "~/behind";
import { usePlace, useSelection } from "~/selection";
import { Button, EmptyState, LinkButton, Screen, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { BrokenDrawer } from "./BrokenDrawer";
import { ConflictDialog } from "./ConflictDialog";
import { ContractCard } from "./ContractCard";
import { ContractEditor } from "./ContractEditor";
import { EMPTY, EXAMPLE } from "./drafts";
import type { Titles } from "./sentence";
import type { Contract, Kept } from "./types";
import { useContracts } from "./useContracts";
import "./contracts.css";

const said = words.contracts;

export default function ContractsScreen() {
  const ask = useAsk("/api/v1/contracts", {}, { ofView: false });
  const known = useAsk("/api/v1/settings/words", {}, { ofView: false });
  const [, setNew] = usePlace("new", "");
  return (
    <Screen
      title={said.title}
      lead={said.lead}
      actions={
        <>
          <LinkButton to="/handoffs">{said.back}</LinkButton>
          <Button kind="primary" icon="plus" onPress={() => setNew("yes", "push")}>
            {said.add}
          </Button>
        </>
      }
    >
      <Shown ask={known} skeleton={<Skeleton height={320} />}>
        {({ channels }) => (
          <Shown ask={ask} skeleton={<Skeleton height={320} />}>
            {(kept) => <Contracts kept={kept} etag={ask.etag ?? ""} channels={channels} />}
          </Shown>
        )}
      </Shown>
      <BehindPlace />
    </Screen>
  );
}

interface ContractsProps {
  kept: Kept;
  etag: string;
  channels: readonly { name: string; title: string }[];
}

function Contracts({ kept, etag, channels }: ContractsProps) {
  const { asParams } = useSelection();
  const [edit, setEdit] = usePlace("edit", "");
  const [isNew, setNew] = usePlace("new", "");
  const conformance = useAsk("/api/v1/contracts/conformance", { params: { query: asParams } }, { ofView: false });
  const changing = useContracts(kept.contracts, etag);
  const titles = useMemo(() => titlesOf(kept, channels), [kept, channels]);
  const before = kept.contracts.find(({ name }) => name === edit);
  const close = () => {
    changing.forget();
    setEdit(null);
    setNew(null);
  };
  const save = async (contract: Contract) => {
    const isSaved = await changing.save(
      before ? { kind: "replace", name: before.name, contract } : { kind: "add", contract },
    );
    if (isSaved) close();
  };
  return (
    <div className="contracts">
      {!kept.texts_are_read && <p className="contracts-note">{said.unread}</p>}
      {kept.contracts.length === 0 ? (
        <EmptyState
          icon="handoffs"
          title={said.empty.title}
          body={said.empty.body}
          action={
            <div className="contracts-acts">
              <Button kind="primary" icon="plus" onPress={() => void changing.save({ kind: "add", contract: EXAMPLE })}>
                {said.empty.add}
              </Button>
              <Button onPress={() => setNew("yes", "push")}>{said.empty.own}</Button>
            </div>
          }
        />
      ) : (
        <ul className="contracts-list" aria-label={said.title}>
          {kept.contracts.map((contract) => (
            <ContractCard
              key={contract.name}
              contract={contract}
              titles={titles}
              found={conformance.data?.contracts.find((each) => each.contract.name === contract.name)}
              problem={conformance.problem}
              isBusy={changing.isSaving}
              onEdit={() => setEdit(contract.name, "push")}
              onRemove={() => void changing.save({ kind: "remove", name: contract.name })}
            />
          ))}
        </ul>
      )}
      {(isNew || before) && (
        <ContractEditor
          key={before?.name ?? ""}
          before={before ?? EMPTY}
          isNew={!before}
          kept={kept}
          channels={channels}
          changing={changing}
          onSave={save}
          onClose={close}
        />
      )}
      <ConflictDialog changing={changing} titles={titles} onSaved={close} />
      <BrokenDrawer />
    </div>
  );
}

function titlesOf(kept: Kept, channels: ContractsProps["channels"]): Titles {
  return new Map([
    ...channels.map(({ name, title }) => [`channel ${name}`, title] as const),
    ...kept.parties.map((name) => [`party ${name}`, said.parties[name] ?? name] as const),
    ...kept.facts.map(({ name, title }) => [`fact ${name}`, title] as const),
  ]);
}
