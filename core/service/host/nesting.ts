/** How deeply a text of JSON is nested, found without reading it: what is too deep must not reach anything that recurses. */

const quote = 34;
const backslash = 92;

/** Whether brackets stand in each other more than `most` deep. Looks at brackets outside strings only; the text need not be JSON. */
export function nestsDeeper(text: string, most: number): boolean {
  // As many brackets must open and be written down.
  if (text.length <= most) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfString(text, at);
    else if (code === 91 || code === 123) {
      depth++;
      if (depth > most) return true;
    } else if (code === 93 || code === 125) depth--;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at;
    if (code === backslash) at++;
  }
  return text.length;
}
