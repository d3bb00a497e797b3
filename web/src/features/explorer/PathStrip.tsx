/** A path as a row of small tiles, one a step. */
import { channelIcon, Icon, Named, visible } from "~/ui";
import { words } from "~/words";
import type { Word } from "./types";

const TILES = 7;

export function PathStrip({ path, leftOut }: { path: readonly Word[]; leftOut: number }) {
  if (path.length === 0) return <span className="explorer-no-step">{words.explorer.noStep}</span>;
  const more = Math.max(0, path.length - TILES) + leftOut;
  return (
    <span className="explorer-path">
      {path.slice(0, TILES).map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a path may hold a word several times; its place is its identity
        <span key={place} className="explorer-tile">
          {word.channel && <Icon name={channelIcon(word.channel)} size={14} />}
          <Named>{word.title}</Named>
        </span>
      ))}
      {more > 0 && (
        <span className="explorer-tile explorer-tile-more" title={words.explorer.moreSteps(more)}>
          {words.explorer.more(more)}
        </span>
      )}
    </span>
  );
}

/** A path in words, for those who hear it and for downloads. */
export function pathText(path: readonly Word[], leftOut: number): string {
  if (path.length === 0) return words.explorer.noStep;
  const steps = path.map((word) => visible(word.title)).join(" → ");
  return leftOut > 0 ? `${steps} ${words.explorer.moreSteps(leftOut)}` : steps;
}
