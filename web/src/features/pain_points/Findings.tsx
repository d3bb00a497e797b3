/** The evidence: every finding of one pain point, page by page, each a way to the conversation where it shows. */
import { useAsk } from "~/api/client";
import { useSelection } from "~/selection";
import { stepAt } from "~/thread";
import { Button, channelIcon, Icon, Named, Shown, Skeleton, TextLink } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import type { Detail, Finding, Line } from "./lines";
import type { Panel } from "./usePanel";

const said = words.painPoints.findings;
const SIZE = 20;

export interface FindingsProps {
  line: Line;
  panel: Panel;
  channels: Detail["channels"];
}

export function Findings({ line, panel, channels }: FindingsProps) {
  const { asParams } = useSelection();
  const { on, at } = panel;
  const query = { ...asParams, at, limit: SIZE, ...(on ? { on } : {}) };
  const params = { path: { detector: line.detector.name }, query };
  const ask = useAsk("/api/v1/pain-points/{detector}/findings", { params });
  const channel = channels.find((each) => each.channel === on)?.channel_title ?? on;
  return (
    <section className="point-findings">
      <div className="point-findings-head">
        <h3>
          {said.title} {on && <span className="points-of">{said.on(channel)}</span>}
        </h3>
        {on && (
          <Button size="small" kind="plain" icon="close" onPress={() => panel.showOn("")}>
            {said.everywhere}
          </Button>
        )}
      </div>
      <Shown
        ask={ask}
        skeleton={<Skeleton lines={10} />}
        empty={(page) => page.items.length === 0 && <p className="points-foot">{said.none}</p>}
      >
        {(page) => (
          <>
            <ol className="point-list" aria-label={said.label} start={at + 1}>
              {page.items.map((finding) => (
                <Item key={`${finding.journey_id} ${finding.position}`} finding={finding} line={line} />
              ))}
            </ol>
            <Pages at={at} total={page.total} onChange={panel.showFrom} />
          </>
        )}
      </Shown>
    </section>
  );
}

function Item({ finding, line }: { finding: Finding; line: Line }) {
  const told = [
    finding.amount === null ? "" : said.amount(finding.amount, line.detector.amount_unit),
    finding.since_position === null || finding.since_position === finding.position
      ? ""
      : said.since(finding.since_position, moment(finding.since_at)),
  ].filter(Boolean);
  return (
    <li className="point-item">
      <span className="point-item-mark">
        <Icon name={channelIcon(finding.channel)} size={16} />
      </span>
      <div className="point-item-body">
        <p className="point-item-head">
          <TextLink
            to={stepAt(finding.customer_id, finding.journey_id, finding.position)}
            label={`${said.open(finding.position)}: ${who(finding)}`}
          >
            {who(finding)}
          </TextLink>
          <span className="points-of">
            <bdi>{words.issues.about(finding.issue, finding.topic)}</bdi>
          </span>
          <time className="point-item-when" dateTime={finding.at}>
            {moment(finding.at)}
          </time>
        </p>
        {finding.words && (
          <blockquote className="point-words" dir="auto">
            <Named truncate={false}>{finding.words}</Named>
          </blockquote>
        )}
        <p className="point-item-line">{[finding.channel_title, said.step(finding.position), ...told].join(" · ")}</p>
      </div>
    </li>
  );
}

/** The namespace before the best identifier says nothing here. */
const who = (finding: Finding): string => finding.customer.replace(/^[^:]*:/, "") || said.unknown;

function Pages({ at, total, onChange }: { at: number; total: number; onChange: (at: number) => void }) {
  if (total <= SIZE && at === 0) return null;
  return (
    <div className="point-pages">
      <span role="status">{said.shown(Math.min(at + 1, total), Math.min(at + SIZE, total), total)}</span>
      <Button size="small" icon="chevron-left" isDisabled={at === 0} onPress={() => onChange(Math.max(0, at - SIZE))}>
        {said.previous}
      </Button>
      <Button size="small" icon="chevron-right" isDisabled={at + SIZE >= total} onPress={() => onChange(at + SIZE)}>
        {said.next}
      </Button>
    </div>
  );
}
