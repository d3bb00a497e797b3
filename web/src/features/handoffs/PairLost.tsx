/** What one handoff loses: how often something known is asked again, which facts these are, what the customer was told. */
import type { ReactNode } from "react";
import type { Answer } from "~/api/client";
import { BehindLink } from "~/behind";
import { type Column, DataTable, StateBadge } from "~/ui";
import { words } from "~/words";
import { number, percent } from "~/words/format";

type Around = Answer<"/api/v1/handoffs/pair">["around"];
type Fact = Around["facts"][number];
const said = words.handoffs.detail.lost;

interface PairLostProps {
  around: Around;
  n: number;
  /** The fact whose questions are shown below, if only one is. */
  picked: string;
  onPick: (fact: string) => void;
}

export function PairLost({ around, n, picked, onPick }: PairLostProps) {
  const { lost } = around;
  return (
    <section className="handoffs-part">
      <h3 className="handoffs-part-title">{said.title}</h3>
      {lost.state === "unread" ? <p className="handoffs-note">{words.handoffs.unread}</p> : <Shares around={around} />}
      <dl className="handoffs-facts-list">
        <Part
          name={said.back}
          value={
            <BehindLink through={around.came_back > 0 ? around.came_back_through : null}>
              {percent(n > 0 ? around.came_back / n : null)}
            </BehindLink>
          }
          beside={said.backOf(around.came_back, n)}
        />
        {around.read > 0 && (
          <>
            <Part
              name={said.told}
              value={percent(around.told / around.read)}
              beside={said.toldOf(around.told, around.read)}
            />
            <Part
              name={said.promised}
              value={
                <BehindLink through={around.promised > 0 ? around.promised_through : null}>
                  {percent(around.promised / around.read)}
                </BehindLink>
              }
              beside={said.promisedOf(around.promised, around.read)}
            />
          </>
        )}
      </dl>
      {around.facts.length > 0 && (
        <>
          <p className="handoffs-note">{said.description(lost.known)}</p>
          <DataTable
            label={said.title}
            columns={columns(picked, onPick)}
            rows={around.facts}
            rowKey={({ fact }) => fact}
            download="handoff-context-lost"
          />
        </>
      )}
    </section>
  );
}

function Shares({ around: { lost, lost_through } }: { around: Around }) {
  const { low, high, share } = lost;
  const interval = low !== null && high !== null ? ` · ${words.ui.metric.interval(percent(low), percent(high))}` : "";
  const state = lost.state === "ok" || lost.state === "unread" ? null : lost.state;
  return (
    <dl className="handoffs-facts-list">
      <Part
        name={said.share}
        value={
          <>
            <BehindLink through={lost.lost > 0 ? lost_through : null}>{percent(share)}</BehindLink>
            {state && <StateBadge state={state} reason={words.handoffs.shades.lost(lost)} compact />}
          </>
        }
        beside={`${said.shareOf(lost.lost, lost.known, lost.lost_by_model)}${interval}`}
      />
      <Part
        name={said.carried}
        value={percent(lost.carried_ratio)}
        beside={said.carriedOf(lost.facts_carried, lost.facts_known)}
      />
    </dl>
  );
}

function Part({ name, value, beside }: { name: string; value: ReactNode; beside: string }) {
  return (
    <div className="handoffs-fact">
      <dt>{name}</dt>
      <dd>
        <span className="handoffs-fact-value">{value}</span>
        <span className="handoffs-fact-beside">{beside}</span>
      </dd>
    </div>
  );
}

function columns(picked: string, onPick: (fact: string) => void): Column<Fact>[] {
  return [
    { id: "fact", header: said.fact, cell: ({ title }) => title, value: ({ title }) => title },
    {
      id: "asked",
      header: said.asked,
      cell: (fact) => <AskedAgain fact={fact} isPicked={picked === fact.fact} onPick={onPick} />,
      value: ({ asked_again }) => asked_again,
      align: "end",
    },
    {
      id: "carried",
      header: said.carriedN,
      cell: ({ carried, known }) => said.askedOf(carried, known),
      value: ({ carried }) => carried,
      align: "end",
    },
    {
      id: "verified",
      header: said.verified,
      title: said.verifiedHelp,
      cell: ({ verified }) => number(verified),
      value: ({ verified }) => verified,
      align: "end",
      hideOnSmall: true,
    },
  ];
}

interface AskedAgainProps {
  fact: Fact;
  isPicked: boolean;
  onPick: (fact: string) => void;
}

/** "17 of 38", which narrows the list below to this fact. */
function AskedAgain({ fact: { fact, title, asked_again, known }, isPicked, onPick }: AskedAgainProps) {
  const text = said.askedOf(asked_again, known);
  if (asked_again === 0) return text;
  return (
    <button
      type="button"
      className="c-link c-link-quiet c-link-pick"
      aria-pressed={isPicked}
      onClick={() => onPick(isPicked ? "" : fact)}
    >
      {text}
      <span className="c-hidden">. {said.open(title)}</span>
    </button>
  );
}
