/** What likeness learnt: how much each step of likeness of each column says for one person or against it. */
import { useAsk } from "~/api/client";
import { DivergingBars, type DivergingItem, Figure } from "~/charts";
import { Card, EmptyState, Shown, Skeleton } from "~/ui";
import { words } from "~/words";
import { date } from "~/words/format";
import type { Model } from "./types";

const { model: said, bits, column } = words.review;

export function Weights() {
  const ask = useAsk("/api/v1/review/model");
  return (
    <Shown
      ask={ask}
      skeleton={<Skeleton height={420} />}
      empty={({ model }) => model === null && <EmptyState icon="chart" title={said.none.title} body={said.none.body} />}
    >
      {({ model }) => model && <Learnt model={model} />}
    </Shown>
  );
}

function Learnt({ model }: { model: Model }) {
  const rows = model.columns.flatMap((each) =>
    each.levels.map((level) => [
      column(each.column),
      level.words,
      level.weight,
      said.odds(level.weight),
      said.share(level.same_person),
      said.share(level.others),
      each.learnt ? said.learnt : said.default,
    ]),
  );
  const heads = [said.column, said.step, said.weight, said.inWords, said.same, said.others, said.origin];
  return (
    <Card>
      <div className="review-stack">
        <p className="review-told">{said.about(date(model.trained_at), model.records, model.pairs)}</p>
        <p className="review-told">{said.prior(model.prior, model.prior_weight)}</p>
        {model.between_sources && <p className="review-told">{said.between}</p>}
        <Figure
          title={said.title}
          description={said.lead}
          level={2}
          name={said.download}
          table={{ columns: heads, rows }}
        >
          <DivergingBars items={itemsOf(model)} label={said.title} format={bits} />
        </Figure>
      </div>
    </Card>
  );
}

function itemsOf(model: Model): DivergingItem[] {
  return model.columns.flatMap((each) =>
    each.levels.map((level) => ({
      id: `${each.column} ${level.words}`,
      label: level.words,
      value: level.weight,
      group: each.learnt ? column(each.column) : `${column(each.column)}: ${said.defaultHelp}`,
      note: said.odds(level.weight),
      isRest: !each.learnt,
    })),
  );
}
