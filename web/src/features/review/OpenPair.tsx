/** One pair: how likely it is one person, both sides, what each column adds, and the answer. */
import type { ReactNode } from "react";
import { useAsk } from "~/api/client";
import { Card, Named, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { moment } from "~/words/format";
import { Adds } from "./Adds";
import { Answers } from "./Answers";
import type { Answered } from "./answering";
import { SideBySide } from "./SideBySide";
import type { Both } from "./types";

const said = words.review;

interface OpenPairProps {
  number: number;
  onPick: (number: number | null) => void;
  onAnswered: (answered: Answered) => void;
}

export function OpenPair({ number, onPick, onAnswered }: OpenPairProps) {
  const ask = useAsk("/api/v1/review/{number}", { params: { path: { number } } });
  return (
    <div className="review-pair">
      <Shown ask={ask} skeleton={<Skeleton height={520} />}>
        {(both) => (
          <div className="review-stack">
            <Head both={both}>
              <Answers key={both.pair.number} {...{ both, onPick, onAnswered }} />
            </Head>
            <SideBySide both={both} />
            <Adds both={both} />
          </div>
        )}
      </Shown>
    </div>
  );
}

function Head({ both, children }: { both: Both; children: ReactNode }) {
  const { pair, answer, place, total } = both;
  return (
    <Card
      title={`${said.queue.pair(pair.number)}: ${said.likely(pair.probability)}`}
      lead={`${said.probability(pair.probability)}, ${said.bitsOf(pair.weight)}${place === null ? "" : ` · ${said.place(place, total)}`}`}
    >
      <div className="review-stack">
        {!both.waits && (
          <p className="review-told" role="note">
            {said.answers.settled}
          </p>
        )}
        {answer && (
          <p className="review-told">
            <bdi>{said.answers.answered(said.answers.said[answer.verdict] ?? answer.verdict, answer.author)}</bdi>{" "}
            <time className="review-faint" dateTime={answer.at}>
              {moment(answer.at)}
            </time>{" "}
            <Named truncate={false}>{answer.reason}</Named>
          </p>
        )}
        {pair.held_back && (
          <p className="review-told" role="note">
            <strong>{said.heldBack}:</strong> <bdi>{pair.held_back}</bdi>
          </p>
        )}
        {children}
      </div>
    </Card>
  );
}
