/** Every visible word stands in the catalogue: no screen writes words of its own. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const SOURCE = join(__dirname, "..");
const SAID = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "placeholder",
  "label",
  "alt",
  "description",
  "text",
]);
/** `a === "b"` asks, it doesn't show; these pass a side of theirs on. */
const CHOOSES = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);
const WORD = /\p{L}{2,}/u;

/** Words written in place: text between tags, or in attributes that are shown or read out. */
function wordsInPlace(code: string, name = "x.tsx"): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, text: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    if (WORD.test(text.replace(/&\w+;/g, ""))) found.push(`${name}:${line + 1} ${text.trim()}`);
  };
  const literals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) note(node, node.text);
    else if (ts.isTemplateExpression(node))
      for (const part of [node.head, ...node.templateSpans.map((span) => span.literal)]) note(part, part.text);
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(literals);
    else if (ts.isBinaryExpression(node) && CHOOSES.has(node.operatorToken.kind))
      [node.left, node.right].forEach(literals);
    else if (ts.isParenthesizedExpression(node)) literals(node.expression);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent)))
      literals(node.expression);
    if (ts.isJsxAttribute(node) && node.initializer && SAID.has(node.name.getText())) {
      if (ts.isStringLiteral(node.initializer)) note(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        literals(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function screens(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx") && !name.startsWith("testing"))
    .map((name) => join(folder, name));
}

describe("the catalogue", () => {
  test("holds every word that a screen shows or reads out", () => {
    const files = screens(SOURCE);
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap((file) => wordsInPlace(readFileSync(file, "utf8"), file.slice(SOURCE.length + 1)))).toEqual(
      [],
    );
  }, 60_000);

  test.each([
    ["<p>Hello there</p>", "Hello there"],
    ['<input aria-label="Find me" />', "Find me"],
    ["<Button label={`Open $" + "{name}`} />", "Open"],
    ['<p>{isOpen ? "Close" : said}</p>', "Close"],
    ['<p>{count > 0 && "several"}</p>', "several"],
  ])("the check finds %s", (code, word) => {
    expect(wordsInPlace(`const x = ${code};`).join()).toContain(word);
  });

  test.each([
    "<p>{said.title}</p>",
    '<div className="some-name" role="group">→ {n}</div>',
    "<Bar label={said.bars} />",
    '<p>{kind === "import" && said.imported}</p>',
    '<a href="https://example.org">{x}</a>',
  ])("the check lets %s pass", (code) => {
    expect(wordsInPlace(`const x = ${code};`)).toEqual([]);
  });
});
