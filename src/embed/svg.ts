/** Elements of the document, made without ever reading HTML. */

const SVG = 'http://www.w3.org/2000/svg';

export function svgElement(name: string, attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** What SVG text describes; it is read as XML, which knows no scripts that run on the way. */
export function svgNodes(text: string): Node[] {
  const read = new DOMParser().parseFromString(
    `<svg xmlns="${SVG}">${text}</svg>`,
    'image/svg+xml',
  );
  return [...document.importNode(read.documentElement, true).childNodes];
}

/** An element with attributes and texts or elements in it. */
export function htmlElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...content: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}
