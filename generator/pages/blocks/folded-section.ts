import type { Block, Heading, Paragraph } from "./block.js";

export interface FoldedSection {
  readonly kind: "folded";
  readonly heading: Heading;
  /** Stays in view below the heading. */
  readonly lead: Paragraph | undefined;
  readonly blocks: readonly Block[];
}

/** A folded section ends before the next heading of level 2 or set of samples. */
export function groupFolded(blocks: readonly Block[]): readonly (Block | FoldedSection)[] {
  const starts = blocks.flatMap((block, index) => (index === 0 || startsPart(block) ? [index] : []));
  return starts.flatMap((start, part): readonly (Block | FoldedSection)[] => {
    const [first, ...others] = blocks.slice(start, starts[part + 1]);
    if (first?.kind !== "heading" || !first.isFolded) return first ? [first, ...others] : [];
    return [toFoldedSection(first, others)];
  });
}

const startsPart = (block: Block): boolean =>
  block.kind === "samples" || (block.kind === "heading" && block.level === 2);

function toFoldedSection(heading: Heading, blocks: readonly Block[]): FoldedSection {
  const [first, ...others] = blocks;
  return first?.kind === "paragraph" && !hasLink(first)
    ? { kind: "folded", heading, lead: first, blocks: others }
    : { kind: "folded", heading, lead: undefined, blocks };
}

/** A tap on the lead opens the section, so it cannot lead elsewhere. */
const hasLink = ({ text }: Paragraph): boolean => text.some(({ kind }) => kind === "link");
