/** Parts a mail into what was written now and what it quotes, and a transcript into its turns. */

export interface Parted {
  own: string;
  /** The mail that was answered, and signatures of it; empty where nothing is quoted. */
  quoted: string;
}

const BEGINS_QUOTE = [
  /^>/,
  /^-{2,}\s*(original message|forwarded message|urspr\S+ nachricht|message d'origine|mensaje original)\s*-{2,}/i,
  /^_{10,}$/,
  /^(on|am|le|el|il)\s.{4,200}\s(wrote|schrieb|a écrit|escribió|ha scritto)(\s.{0,80})?:$/i,
];

/** Everything from the first quoted line on is the quote, unless something new is written below it. */
export function parted(text: string): Parted {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => BEGINS_QUOTE.some((begins) => begins.test(line.trim())));
  if (at < 0) return { own: text, quoted: "" };
  const own = lines.slice(0, at).join("\n").trimEnd();
  const rest = lines.slice(at);
  const answersBelow = rest[0]?.trim().startsWith(">") || own === "";
  const isQuoted = (line: string): boolean =>
    line.trim() === "" || BEGINS_QUOTE.some((begins) => begins.test(line.trim()));
  const below = answersBelow && rest.some((line) => isQuoted(line)) ? rest.filter((line) => !isQuoted(line)) : [];
  // Answers between the quoted lines: nothing is taken apart, or sentences would stand without what they answer.
  if (below.length > 0) return { own: text, quoted: "" };
  return { own, quoted: rest.join("\n").trim() };
}

export interface Turn {
  speaker: string;
  /** What was said stands in `text.slice(from, to)`. */
  from: number;
  to: number;
}

const TURN =
  /^(\s*(agent|customer|caller|client|bot|chatbot|assistant|user|visitor|system|operator|advisor|adviser)\s*:\s*)(.*)$/i;

/** The turns of a transcript ("Agent: …", a line each); null for a text that isn't one. */
export function turnsOf(text: string): Turn[] | null {
  const turns: Turn[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const end = at + line.trimEnd().length;
    const said = TURN.exec(line.trimEnd());
    const last = turns.at(-1);
    if (said) turns.push({ speaker: said[2] ?? "", from: at + (said[1] ?? "").length, to: end });
    else if (last === undefined) return null;
    else last.to = Math.max(end, at);
    at += line.length + 1;
  }
  return turns.length >= 2 ? turns : null;
}
