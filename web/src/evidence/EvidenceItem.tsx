/** One handoff: when and between whom, what was known, and each question for something that had been given before. */
import type { components } from "~/api/client";
import { stepAt } from "~/thread";
import { Badge, TextLink } from "~/ui";
import { words } from "~/words";
import { duration } from "~/words/format";
import { QuoteText } from "./QuoteText";

type Evidence = components["schemas"]["HandoffEvidenceState"];
type Asked = components["schemas"]["AskedAgainState"];
const said = words.evidence;

export function EvidenceItem({ item, fact }: { item: Evidence; fact: string | undefined }) {
  const questions = item.asked_again.filter((asked) => fact === undefined || asked.fact === fact);
  const way = said.way(item.from_channel_title, item.to_channel_title);
  return (
    <li className="evidence-item">
      <div className="evidence-head">
        <TextLink
          to={stepAt(item.customer_id, item.journey_id, item.position)}
          label={said.threadOf(way, item.handed_at)}
        >
          {said.handed(item.handed_at)}
        </TextLink>
        <span>{way}</span>
        <span className="evidence-soft">
          {item.wait_seconds === null ? said.notAnswered : said.waited(duration(item.wait_seconds))}
        </span>
      </div>
      <div className="evidence-marks">
        {item.broken.map((term) => (
          <Badge key={term} tone="bad" icon="error">
            {`${said.broken}: ${term}`}
          </Badge>
        ))}
        {item.told !== null && <Badge>{item.told ? said.told : said.notTold}</Badge>}
        {item.promised && <Badge>{said.promised}</Badge>}
        {item.came_back && <Badge>{said.back}</Badge>}
      </div>
      <p className="evidence-known">{item.facts_known === null ? said.unread : said.known(item.facts_known)}</p>
      {questions.length > 0 && (
        <ul className="evidence-asked" aria-label={said.askedAgain}>
          {questions.map((asked) => (
            <AskedLine key={`${asked.fact} ${asked.asked.position} ${asked.asked.before}`} asked={asked} of={item} />
          ))}
        </ul>
      )}
    </li>
  );
}

function AskedLine({ asked: { title, asked, given, read_by }, of }: { asked: Asked; of: Evidence }) {
  const at = (position: number) => stepAt(of.customer_id, of.journey_id, position);
  return (
    <li className="evidence-pair">
      <p className="evidence-when">
        <TextLink to={at(asked.position)}>{said.asked(title, asked.channel_title, asked.at)}</TextLink>
        {read_by !== null && ` · ${said.readBy(read_by)}`}
      </p>
      <QuoteText quote={asked} />
      {given ? (
        <>
          <p className="evidence-when">
            <TextLink to={at(given.position)}>{said.given(given.channel_title, given.at)}</TextLink>
          </p>
          <QuoteText quote={given} />
        </>
      ) : (
        <p className="evidence-when">{said.notGiven}</p>
      )}
    </li>
  );
}
