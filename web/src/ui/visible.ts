/** Take out what can't be seen but misleads: direction overrides, zero-width and control characters. */

// Control characters but tab and newline; zero-width space and BOM; embedding, override and isolate marks of direction.
// Zero-width joiner and non-joiner stay: Persian, Hindi and emoji need them.
const UNSEEN = new RegExp(
  `[${[
    "\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f", // control
    "\\u00ad\\u200b\\u2060\\ufeff", // of no width
    "\\u200e\\u200f\\u202a-\\u202e\\u2061-\\u2069\\ufff9-\\ufffb", // of direction
  ].join("")}]`,
  "gu",
);

/** The words as a reader can see them; empty when nothing visible is left. */
export function visible(text: string): string {
  const seen = text.replace(UNSEEN, "");
  return /[^\s\u200c\u200d]/u.test(seen) ? seen : "";
}
