/** Saves a drawing as an SVG or PNG file, in the colours that are on screen. */
import { downloadBlob } from "~/ui/download";
import { traced } from "./trace";

const SHARPNESS = 2;

export async function saveSvg(drawing: HTMLElement, name: string): Promise<boolean> {
  downloadBlob(`${name}.svg`, new Blob([traced(drawing).svg], { type: "image/svg+xml" }));
  return true;
}

export async function savePng(drawing: HTMLElement, name: string): Promise<boolean> {
  const { svg, width, height } = traced(drawing);
  const image = new Image();
  const loaded = new Promise<boolean>((resolve) => {
    image.onload = () => resolve(true);
    image.onerror = () => resolve(false);
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  if (!(await loaded)) return false;
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(width * SHARPNESS);
  canvas.height = Math.ceil(height * SHARPNESS);
  const context = canvas.getContext("2d");
  if (!context) return false;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) return false;
  downloadBlob(`${name}.png`, blob);
  return true;
}
