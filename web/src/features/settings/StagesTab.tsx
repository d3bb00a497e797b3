/** The stages in their order, the rules by which steps get them, and what those rules would do. */
import { Button, Card, IconButton, TextField } from "~/ui";
import { words } from "~/words";
import { Moves } from "./Moves";
import { moved, stageName } from "./moved";
import { Rules } from "./Rules";
import { TrialTable } from "./TrialTable";
import type { Editing, Settings } from "./types";
import { useTrial } from "./useTrial";

const said = words.settings.stages;

export function StagesTab(editing: Editing) {
  const { draft, change, errorAt } = editing;
  const { names, rules } = draft.stages;
  const trial = useTrial(rules);
  const setNames = (next: Settings["stages"]["names"]) => change({ stages: { names: next, rules } });
  const add = () => {
    const name = stageName(
      said.newTitle,
      names.map((stage) => stage.name),
    );
    setNames([...names, { name, title: said.newTitle }]);
  };
  return (
    <div className="settings-cards">
      <Card
        title={said.title}
        lead={said.lead}
        actions={
          <Button size="small" icon="plus" onPress={add}>
            {said.add}
          </Button>
        }
      >
        {errorAt("stages.names") && <p role="alert">{errorAt("stages.names")}</p>}
        <ol className="settings-rows">
          {names.map((stage, at) => {
            const isUsed = rules.some((rule) => rule.stage === stage.name);
            return (
              <li key={stage.name} className="settings-stage">
                <TextField
                  label={said.titleOf(stage.name)}
                  hideLabel
                  value={stage.title}
                  onChange={(title) => setNames(names.map((each) => (each === stage ? { ...each, title } : each)))}
                  error={errorAt(`stages.names.${stage.name}`)}
                  maxLength={200}
                />
                <code className="settings-name">{stage.name}</code>
                <Moves
                  list="stage"
                  what={stage.title}
                  at={at}
                  count={names.length}
                  onMove={(by) => setNames(moved(names, at, by))}
                />
                <IconButton
                  label={isUsed ? said.used : said.remove(stage.title)}
                  icon="trash"
                  isDisabled={isUsed || names.length === 1}
                  onPress={() => setNames(names.filter((each) => each !== stage))}
                />
              </li>
            );
          })}
        </ol>
      </Card>
      <Rules {...editing} taken={trial.data?.taken} />
      <TrialTable trial={trial} stages={names} />
    </div>
  );
}
