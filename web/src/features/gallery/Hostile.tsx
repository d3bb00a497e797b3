/** Words that try to break the page: they stay words, and the page stays whole. */

import { Bars, HeatMatrix } from "~/charts";
import { Badge, Button, Card, DataTable, Named, nameColumn } from "~/ui";
import { words } from "~/words";
import { gallery } from "~/words/gallery";
import { Group, Row } from "./Group";

const corpus = gallery.hostile;
const some = corpus
  .slice(0, 4)
  .concat(corpus.slice(8, 9))
  .map((label, at) => ({ id: String(at), label }));

export function Hostile() {
  return (
    <Group id="hostile">
      <div className="g-hostile">
        {corpus.map((text) => (
          <div key={text}>
            <Named>{text}</Named>
          </div>
        ))}
      </div>
      <Card title={<Named>{corpus[8]}</Named>} actions={<Button size="small">{words.ui.retry}</Button>}>
        <Named truncate={false}>{corpus[0]}</Named>
      </Card>
      <Row>
        {some.map(({ id, label }) => (
          <Badge key={id}>
            <Named>{label}</Named>
          </Badge>
        ))}
      </Row>
      <Bars
        label={gallery.groups.hostile}
        items={some.map((one, at) => ({ ...one, value: 5 - at, share: 0.2 }))}
        onPick={() => {}}
      />
      <HeatMatrix
        label={gallery.groups.hostile}
        rows={some}
        columns={some}
        cells={some.flatMap((row) => some.map((column) => ({ row: row.id, column: column.id, value: 3 })))}
      />
      <DataTable
        label={gallery.groups.hostile}
        rows={some}
        rowKey={(row) => row.id}
        onRow={() => {}}
        columns={[
          nameColumn("name", gallery.table.customer, (row: (typeof some)[number]) => row.label),
          { id: "n", header: gallery.table.number, cell: (row) => row.id, value: (row) => row.id, align: "end" },
        ]}
      />
    </Group>
  );
}
