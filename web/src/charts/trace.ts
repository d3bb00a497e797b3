/** Draws what stands on screen once more as a plain SVG (boxes, lines, words), so that any program can open it. */

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const MARGIN = 12;
/** Tools and decoration that belong to the screen, not to the picture. */
const LEFT_OUT = ".c-hidden, .react-flow__background, .react-flow__controls, .ch-reading";

/** Trace an element and all it holds. HTML becomes rectangles and text, SVG inside is copied with its colours written out. */
export function traced(root: HTMLElement): Picture {
  const frame = root.getBoundingClientRect();
  const drawing: Drawing = { x: frame.left - MARGIN, y: frame.top - MARGIN, right: 0, bottom: 0, shapes: [] };
  trace(root, drawing);
  const [width, height] = [round(drawing.right + MARGIN), round(drawing.bottom + MARGIN)];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="${escaped(groundOf(root))}"/>`,
    ...drawing.shapes,
    "</svg>",
  ].join("\n");
  return { svg, width, height };
}

/** The picture so far: its corner on screen, how far it reaches, its shapes. */
interface Drawing {
  x: number;
  y: number;
  right: number;
  bottom: number;
  shapes: string[];
}

function trace(element: Element, drawing: Drawing): void {
  if (element.matches(LEFT_OUT)) return;
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden" || style.opacity === "0") return;
  if (element instanceof SVGSVGElement) {
    copy(element, drawing);
    return;
  }
  boxOf(element, style, drawing);
  for (const child of element.childNodes) {
    if (child instanceof Element) trace(child, drawing);
    else if (child instanceof Text) textOf(child, element, style, drawing);
  }
}

function reach(box: DOMRect, drawing: Drawing): void {
  drawing.right = Math.max(drawing.right, box.right - drawing.x);
  drawing.bottom = Math.max(drawing.bottom, box.bottom - drawing.y);
}

function boxOf(element: Element, style: CSSStyleDeclaration, drawing: Drawing): void {
  const box = element.getBoundingClientRect();
  const hasLine = ["Top", "Right", "Bottom", "Left"].every(
    (side) => style.getPropertyValue(`border-${side.toLowerCase()}-style`) !== "none",
  );
  const thickness = Number.parseFloat(style.borderTopWidth) || 0;
  const ground = isSeen(style.backgroundColor) ? style.backgroundColor : "none";
  const line = hasLine && thickness > 0 && isSeen(style.borderTopColor) ? style.borderTopColor : "none";
  if ((ground === "none" && line === "none") || box.width === 0 || box.height === 0) return;
  reach(box, drawing);
  const place = `x="${round(box.left - drawing.x)}" y="${round(box.top - drawing.y)}" width="${round(box.width)}" height="${round(box.height)}"`;
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, box.height / 2);
  const dashes = style.borderTopStyle === "dashed" ? ' stroke-dasharray="4 3"' : "";
  drawing.shapes.push(
    `<rect ${place} rx="${radius}" fill="${escaped(ground)}" stroke="${escaped(line)}" stroke-width="${thickness}"${dashes}/>`,
  );
}

function textOf(node: Text, parent: Element, style: CSSStyleDeclaration, drawing: Drawing): void {
  const words = node.data.replace(/\s+/g, " ").trim();
  if (words === "") return;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (box.width === 0) return;
  reach(box, drawing);
  const zoomed = parent instanceof HTMLElement && parent.offsetWidth > 0;
  const scale = zoomed ? parent.getBoundingClientRect().width / parent.offsetWidth : 1;
  const size = (Number.parseFloat(style.fontSize) || 14) * scale;
  // One line of text stands in the middle of its box; 0.35 em below the middle is the baseline of most fonts.
  const y = box.top - drawing.y + box.height / 2 + size * 0.35;
  drawing.shapes.push(
    `<text x="${round(box.left - drawing.x)}" y="${round(y)}" font-size="${round(size)}" font-weight="${escaped(style.fontWeight)}" ` +
      `font-style="${escaped(style.fontStyle)}" font-family="${escaped(style.fontFamily)}" fill="${escaped(style.color)}">${escaped(words)}</text>`,
  );
}

const WRITTEN = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "opacity",
  "font-size",
  "font-family",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
];

/** An SVG inside, with the style sheet's colours written into each shape, put where it stands on screen. */
function copy(source: SVGSVGElement, drawing: Drawing): void {
  const matrix = source.getScreenCTM();
  if (!matrix) return;
  reach(source.getBoundingClientRect(), drawing);
  const group = document.createElementNS("http://www.w3.org/2000/svg", "g");
  const [x, y] = [round(matrix.e - drawing.x), round(matrix.f - drawing.y)];
  group.setAttribute("transform", `matrix(${matrix.a} ${matrix.b} ${matrix.c} ${matrix.d} ${x} ${y})`);
  group.append(...[...source.childNodes].map((child) => child.cloneNode(true)));
  const [from, to] = [source.querySelectorAll("*"), group.querySelectorAll("*")];
  to.forEach((element, at) => {
    const original = from[at];
    if (original) writeColours(element, original);
  });
  writeColours(group, source);
  drawing.shapes.push(new XMLSerializer().serializeToString(group));
}

function writeColours(element: Element, original: Element): void {
  const style = getComputedStyle(original);
  for (const property of WRITTEN) {
    const value = style.getPropertyValue(property);
    if (value) element.setAttribute(property, value);
  }
  element.removeAttribute("class");
  element.removeAttribute("style");
}

/** The colour on which the drawing stands. */
function groundOf(element: Element | null): string {
  if (!element) return "white";
  const colour = getComputedStyle(element).backgroundColor;
  return isSeen(colour) ? colour : groundOf(element.parentElement);
}

const isSeen = (colour: string): boolean =>
  colour !== "" && colour !== "transparent" && !/rgba\(.*,\s*0\)$/.test(colour);
const round = (value: number): number => Math.round(value * 100) / 100;
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
