/** The way between screens: a column on the left, a bar at the bottom on a phone. */
import { NavLink } from "react-router";
import { Icon } from "~/ui/Icon";
import { Menu } from "~/ui/Menu";
import { words } from "~/words";
import { Logo } from "./Logo";
import { type Place, places } from "./places";
import { setTheme, THEME_ICONS, THEMES, useTheme } from "./theme";
import { useAddress } from "./useGo";
import "./Navigation.css";

export function Navigation() {
  const groups = [places.filter((place) => !place.isSetup), places.filter((place) => place.isSetup)];
  return (
    <nav className="app-nav" aria-label={words.app.navigation}>
      <NavLink to="/" className="app-brand" aria-label={words.app.name}>
        <Logo size={26} />
        <span className="app-brand-name">{words.app.name}</span>
      </NavLink>
      {groups.map((group) => (
        <ul key={group[0]?.id} className="app-nav-list">
          {group.map((place) => (
            <li key={place.id}>
              <PlaceLink place={place} />
            </li>
          ))}
        </ul>
      ))}
    </nav>
  );
}

function PlaceLink({ place }: { place: Place }) {
  const address = useAddress();
  const title = words.app.screens[place.id];
  return (
    <NavLink to={address(place.to)} className="app-nav-link" title={title}>
      <Icon name={place.icon} size={18} />
      <span className="app-nav-words">{title}</span>
    </NavLink>
  );
}

/** The four most used screens and a menu with the rest, within reach of a thumb. */
export function BottomBar() {
  const address = useAddress();
  const theme = useTheme();
  const rest = places.filter((place) => !place.isMain);
  return (
    <nav className="app-bottom" aria-label={words.app.navigation}>
      {places
        .filter((place) => place.isMain)
        .map((place) => (
          <PlaceLink key={place.id} place={place} />
        ))}
      <div className="app-bottom-menu">
        <Menu
          label={words.app.openMenu}
          icon="menu"
          iconOnly
          kind="quiet"
          placement="top end"
          items={[
            ...rest.map((place) => ({
              id: place.id,
              label: words.app.screens[place.id],
              icon: place.icon,
              to: address(place.to),
              startsGroup: place.id === "data",
            })),
            ...THEMES.filter((one) => one !== theme).map((one) => ({
              id: `theme-${one}`,
              label: words.app.theme.switchTo(words.app.theme[one]),
              icon: THEME_ICONS[one],
              onAction: () => setTheme(one),
              startsGroup: one === THEMES.find((first) => first !== theme),
            })),
          ]}
        />
      </div>
    </nav>
  );
}
