/** What can be pressed or followed. */
import { Button, IconButton, KeyHint, LinkButton, Menu, TextLink, Tooltip } from "~/ui";
import { gallery } from "~/words/gallery";
import { Group, Row } from "./Group";

export function Actions() {
  const { buttons, menu, link, external, tooltip } = gallery;
  return (
    <Group id="actions">
      <Row>
        <Button kind="primary">{buttons.primary}</Button>
        <Button icon="upload">{buttons.plain}</Button>
        <Button kind="quiet">{buttons.quiet}</Button>
        <Button kind="danger" icon="undo">
          {buttons.danger}
        </Button>
        <Button kind="primary" isPending>
          {buttons.pending}
        </Button>
        <Button isDisabled>{buttons.disabled}</Button>
      </Row>
      <Row>
        <Button size="small" kind="primary">
          {buttons.small}
        </Button>
        <Button size="small">{buttons.small}</Button>
        <Button size="small" kind="quiet" icon="filter">
          {buttons.small}
        </Button>
        <IconButton icon="refresh" label={buttons.icon} />
        <IconButton icon="refresh" label={buttons.icon} kind="plain" />
        <IconButton icon="refresh" label={buttons.icon} size="small" />
        <LinkButton to="/map" icon="map">
          {buttons.link}
        </LinkButton>
        <Tooltip text={tooltip}>
          <Button kind="quiet">{gallery.metric.fcr}</Button>
        </Tooltip>
      </Row>
      <Row>
        <TextLink to="/journeys">{link}</TextLink>
        <TextLink to="/journeys" quiet>
          {link}
        </TextLink>
        <TextLink to="https://example.org" external>
          {external}
        </TextLink>
        <Menu
          label={menu.label}
          items={[
            { id: "rename", label: menu.rename, icon: "edit", keys: ["R"] },
            { id: "copy", label: menu.copy, icon: "copy" },
            { id: "merge", label: menu.disabled, isDisabled: true },
            { id: "remove", label: menu.remove, icon: "trash", tone: "danger", startsGroup: true },
          ]}
        />
        <KeyHint keys={["g", "m"]} />
      </Row>
    </Group>
  );
}
