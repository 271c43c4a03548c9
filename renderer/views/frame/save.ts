/** Pictures and tables out of the page: files by download, text by the clipboard. Nothing leaves the machine. */
const scale = 2;

/** Offers `content` as a file. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Draws an SVG document onto a canvas at twice its size. */
export async function pngOf(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.width * scale;
    canvas.height = image.height * scale;
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new Error("this browser draws no 2d canvas");
    context.scale(scale, scale);
    context.drawImage(image, 0, 0);
    if (svg.includes("@font-face")) await settle(context, image);
    return await new Promise((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))),
        "image/png",
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

const [patience, pause] = [12, 40];

/**
 * An image counts as decoded before the fonts in it are: it begins with them when it is drawn, and draws no letter until
 * they are there. So it is drawn anew until nothing changes any more.
 */
async function settle(context: CanvasRenderingContext2D, image: HTMLImageElement): Promise<void> {
  const { width, height } = context.canvas;
  const pixels = () => new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
  let before = pixels();
  for (let same = 0, turn = 0; same < 2 && turn < patience; turn++) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    const now = pixels();
    same = now.every((pixel, at) => pixel === before[at]) ? same + 1 : 0;
    before = now;
  }
}

/** An SVG element of the page as a document that stands by itself: size, font and ground included. */
export function svgDocument(element: SVGSVGElement, ground: string, font: string): string {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const { width, height } = element.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  copy.setAttribute("font-family", font);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: ground }))
    paper.setAttribute(name, value);
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}
