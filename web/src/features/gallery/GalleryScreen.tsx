/** Every part in every state, for the eye and for the checks. */
import { setTheme, THEMES, useTheme } from "~/app/theme";
import { Screen, Segments } from "~/ui";
import { words } from "~/words";
import { gallery } from "~/words/gallery";
import { Actions } from "./Actions";
import { Charts } from "./Charts";
import { Choices } from "./Choices";
import { Colours } from "./Colours";
import { Fields } from "./Fields";
import { Graphs } from "./Graphs";
import { Hostile } from "./Hostile";
import { Layers } from "./Layers";
import { Numbers } from "./Numbers";
import { States } from "./States";
import { Tables } from "./Tables";

const said = gallery;

export default function GalleryScreen() {
  const theme = useTheme();
  const themes = THEMES.map((id) => ({ id, label: words.app.theme[id] }));
  return (
    <Screen
      title={said.title}
      lead={said.lead}
      actions={<Segments label={said.theme} options={themes} value={theme} onChange={setTheme} />}
    >
      <Colours />
      <Actions />
      <Fields />
      <Choices />
      <States />
      <Numbers />
      <Tables />
      <Layers />
      <Charts />
      <Graphs />
      <Hostile />
    </Screen>
  );
}
