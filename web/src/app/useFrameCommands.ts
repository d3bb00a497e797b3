/** The frame's own commands: every screen, every metric, theme, help, print, copying the link. */
import { useMemo } from "react";
import { useAsk } from "~/api/ask";
import { copyLink } from "~/selection/copyLink";
import { words } from "~/words";
import type { Command } from "./commands";
import { everywhere } from "./places";
import { setTheme, THEME_ICONS, THEMES } from "./theme";
import { useGo } from "./useGo";
import { useWorkspace } from "./workspace";

export function useFrameCommands({ onHelp }: { onHelp: () => void }): readonly Command[] {
  const go = useGo();
  const metrics = useMetricNames();
  return useMemo(() => {
    const screens = everywhere.map((place): Command => {
      return {
        id: `go-${place.id}`,
        label: words.app.screens[place.id],
        group: "screens",
        icon: place.icon,
        keys: ["g", place.key],
        run: () => go(place.to),
      };
    });
    const named = metrics.map((metric): Command => {
      return {
        id: `metric-${metric.name}`,
        label: metric.title,
        group: "metrics",
        icon: "metrics",
        also: `${metric.name} ${metric.question}`,
        run: () => go(`/metrics/${metric.name}`),
      };
    });
    const themes = THEMES.map((theme): Command => {
      return {
        id: `theme-${theme}`,
        label: words.app.theme.switchTo(words.app.theme[theme]),
        group: "actions",
        icon: THEME_ICONS[theme],
        run: () => setTheme(theme),
      };
    });
    const others: Command[] = [
      { id: "copy-link", label: words.selection.copyLink, group: "actions", icon: "share", run: () => void copyLink() },
      {
        id: "print",
        label: words.charts.print,
        group: "actions",
        icon: "print",
        run: () => setTimeout(() => globalThis.print(), 200),
      },
      { id: "help", label: words.app.keyboard.open, group: "actions", icon: "keyboard", keys: ["?"], run: onHelp },
    ];
    return [...screens, ...named, ...others, ...themes];
  }, [go, metrics, onHelp]);
}

interface MetricName {
  name: string;
  title: string;
  question: string;
}

function useMetricNames(): readonly MetricName[] {
  const hasView = useWorkspace()?.view != null;
  const { data } = useAsk("/api/v1/metrics", {}, { enabled: hasView });
  return useMemo(
    () => (data?.metrics ?? []).map(({ metric, question }) => ({ name: metric.name, title: metric.title, question })),
    [data],
  );
}
