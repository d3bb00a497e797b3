/** The keys that do the same, drawn as keys. */
import "./KeyHint.css";

export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span className="c-keys">
      {keys.map((key, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same key can stand twice, the order is fixed
        <kbd key={`${key}-${at}`} className="c-key">
          {key}
        </kbd>
      ))}
    </span>
  );
}
