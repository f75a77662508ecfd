import type { HtmlElement, HtmlNode } from "./html-tree.js";

const struckElements = new Set(["del", "s", "strike"]);

/** What the style of an element says, without spaces, where nobody sees its text as valid. */
const struckStyles = ["line-through", "display:none", "visibility:hidden"] as const;

/** Marks text that a page strikes out or hides, as Markdown does it: it says no longer what it reads. */
export function markStruck(nodes: readonly HtmlNode[], isStruck = false): void {
  for (const node of nodes) {
    if (isStruck && "value" in node && node.value.trim() !== "")
      node.value = node.value.replace(node.value.trim(), () => `~~${node.value.trim()}~~`);
    if ("tagName" in node) markStruck(node.childNodes, isStruck || strikes(node));
  }
}

function strikes({ tagName, attrs }: HtmlElement): boolean {
  if (struckElements.has(tagName)) return true;
  return attrs.some(({ name, value }) => {
    if (name === "hidden") return true;
    const style = name === "style" ? value.toLowerCase().split(/\s/).join("") : "";
    return struckStyles.some((struck) => style.includes(struck));
  });
}
