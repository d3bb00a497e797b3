/** What a customer agreed to, for each purpose: what stands, who said so, all that was stated, and writing it down. */
import { useState } from "react";
import { stepAt } from "~/thread";
import { Badge, Button, Card, Dialog, type IconName, TextLink, type Tone } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import { ConsentDialog } from "./ConsentDialog";
import { Identifier } from "./Identifier";
import type { Consent, ConsentStatement } from "./types";

const said = words.profile.consents;
type Standing = Consent["standing"];
const LOOKS: Readonly<Record<Standing, { icon: IconName; tone: Tone }>> = {
  granted: { icon: "check", tone: "good" },
  denied: { icon: "close", tone: "bad" },
  unknown: { icon: "question", tone: "neutral" },
};

export const StandingBadge = ({ standing }: { standing: Standing }) => (
  <Badge {...LOOKS[standing]}>{said.standing[standing]}</Badge>
);

interface ConsentsProps {
  customerId: string;
  consents: readonly Consent[];
  identifiers: readonly string[];
}

export function Consents({ customerId, consents, identifiers }: ConsentsProps) {
  const [shown, setShown] = useState<string | null>(null);
  const [writing, setWriting] = useState<string | null>(null);
  const open = consents.find((each) => each.purpose === shown);
  const titles = new Map(consents.map((each) => [each.purpose, each.title]));
  return (
    <Card title={said.title} lead={said.lead}>
      <ul className="profile-list">
        {consents.map((each) => (
          <li key={each.purpose} className="profile-consent">
            <span className="profile-consent-words">
              <span className="profile-consent-head">
                <strong>{each.title}</strong> <StandingBadge standing={each.standing} />
              </span>
              <Why consent={each} through={titles.get(each.through) ?? each.through} />
            </span>
            <span className="profile-acts">
              {each.statements.length > 0 && (
                <Button size="small" kind="quiet" onPress={() => setShown(each.purpose)}>
                  {said.statements(each.statements.length)}
                  <span className="c-hidden">{said.show(each.title)}</span>
                </Button>
              )}
              {identifiers.length > 0 && (
                <Button size="small" icon="edit" onPress={() => setWriting(each.purpose)}>
                  {said.write}
                  <span className="c-hidden">{said.writeFor(each.title)}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {open && <Statements customerId={customerId} consent={open} onClose={() => setShown(null)} />}
      {writing !== null && (
        <ConsentDialog {...{ customerId, consents, identifiers }} purpose={writing} onClose={() => setWriting(null)} />
      )}
    </Card>
  );
}

function Why({ consent, through }: { consent: Consent; through: string }) {
  const by = consent.decided_by;
  if (by === null) return <span className="profile-faint">{said.unknownHelp}</span>;
  return (
    <span className="profile-faint">
      <bdi>{said.by(whoOf(by))}</bdi>
      {by.at && (
        <>
          , <time dateTime={by.at}>{moment(by.at)}</time>
        </>
      )}
      {through && <bdi> ({said.through(through)})</bdi>} {!by.shown && <Badge tone="info">{said.notYet}</Badge>}
    </span>
  );
}

export const whoOf = (statement: Pick<ConsentStatement, "author" | "source">): string =>
  statement.author || said.source(statement.source);

interface StatementsProps {
  customerId: string;
  consent: Consent;
  onClose: () => void;
}

function Statements({ customerId, consent, onClose }: StatementsProps) {
  return (
    <Dialog title={said.all(consent.title)} isOpen onClose={onClose}>
      <ul className="profile-list">
        {consent.statements.map((each) => (
          <li key={`${each.identifier} ${each.source} ${each.author} ${each.at} ${each.granted}`}>
            <span className="profile-consent-head">
              {each.granted === null ? (
                <Badge icon="undo">{said.over}</Badge>
              ) : (
                <StandingBadge standing={each.granted ? "granted" : "denied"} />
              )}
              {!each.shown && <Badge tone="info">{said.notYet}</Badge>}
            </span>
            <Identifier identifier={each.identifier} />
            {each.reason && <bdi>{each.reason}</bdi>}
            <span className="profile-faint">
              <bdi>{said.by(whoOf(each))}</bdi>
              {each.at && (
                <>
                  , <time dateTime={each.at}>{moment(each.at)}</time>
                </>
              )}
              {each.journey_id !== null && (
                <>
                  {" · "}
                  <TextLink to={stepAt(customerId, each.journey_id, each.position)}>{words.profile.evidence}</TextLink>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
