import { defaultTreeAdapter, Parser, type DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** What no page of a documentation reaches, and beyond which a parser takes more than linear time. */
const limits = { depth: 500, elements: 500_000, attributes: 1000 } as const;

const chunkSize = 16_384;

/** The tag or text that a tokenizer is in: the only place where a tag shows before it ends. */
const current = "currentToken";

/** Why a source is refused: thrown out of the parser, which cannot be stopped otherwise. */
class Refusal extends Error {}

/** Parses HTML as a browser does, without running anything. A text says why it is refused. */
export function parseHtml(html: string): readonly HtmlNode[] | string {
  try {
    const parser = new Parser({ sourceCodeLocationInfo: true, treeAdapter: makeAdapter() });
    for (let at = 0; at < html.length; at += chunkSize) {
      parser.tokenizer.write(html.slice(at, at + chunkSize), at + chunkSize >= html.length);
      checkAttributes(parser);
    }
    return parser.document.childNodes;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function checkAttributes({ tokenizer }: Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>): void {
  const token = tokenizer[current];
  if (token && "attrs" in token && token.attrs.length > limits.attributes)
    throw new Refusal(`one of its tags has more than ${limits.attributes} attributes`);
}

/** The usual tree, with limits, and without searches through all children of an element. */
function makeAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement: (...of) => {
      if (++count > limits.elements)
        throw new Refusal(`it has more than ${limits.elements.toLocaleString("en-GB")} elements`);
      return defaultTreeAdapter.createElement(...of);
    },
    onItemPush: () => {
      if (++depth > limits.depth) throw new Refusal(`its elements nest deeper than ${limits.depth} levels`);
    },
    onItemPop: () => {
      depth--;
    },
    // Attributes of a second <body>: nobody reads them.
    adoptAttributes: () => undefined,
    insertBefore: (parent, node, reference) => {
      parent.childNodes.splice(parent.childNodes.lastIndexOf(reference), 0, node);
      node.parentNode = parent;
    },
    insertTextBefore: (parent, text, reference) => {
      const at = parent.childNodes.lastIndexOf(reference);
      const before = parent.childNodes[at - 1];
      if (before && defaultTreeAdapter.isTextNode(before)) before.value += text;
      else {
        const node = defaultTreeAdapter.createTextNode(text);
        parent.childNodes.splice(at, 0, node);
        node.parentNode = parent;
      }
    },
    detachNode: (node) => {
      const { parentNode: parent } = node;
      if (parent) parent.childNodes.splice(parent.childNodes.lastIndexOf(node), 1);
      node.parentNode = null;
    },
  };
}
