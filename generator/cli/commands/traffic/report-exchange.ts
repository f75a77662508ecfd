import type { ReportBlock } from "../../../pages/blocks/block.js";
import { nestedBullets } from "../../../pages/blocks/builders.js";
import { plain, styled, text } from "../../../pages/blocks/text.js";
import { toVisibleLine, truncate } from "../../../base/text/quote.js";
import type { ExplainedExchange } from "../../../till/page/explain-exchange.js";
import type { SeenExchange } from "../../../till/traffic/seen-exchange.js";

export function reportExchange(
  { event, at }: SeenExchange,
  explained: ExplainedExchange,
  more: readonly string[] = [],
): readonly ReportBlock[] {
  const { kind, word } = explained.outcome;
  const facts = explained.facts.map(toVisibleLine).join(", ");
  const items = [...listRemarks(explained), ...more].map(plain);
  const time = styled("faint", new Date(at).toTimeString().slice(0, 8));
  const name = styled("name", truncate(event, 100));
  return nestedBullets([
    { text: text`${time} ${name} ${styled(styles[kind], word)}: ${plain(facts)}`, items },
  ]);
}

/** A line for each cause. */
export const listRemarks = ({ findings, notes }: ExplainedExchange): readonly string[] =>
  [
    ...findings.map(({ path = "", code, message }) => `${path} ${code}${message && `: ${message}`}`),
    ...notes,
  ].map((each) => toVisibleLine(truncate(each, maxRemark)));

/** In characters: a fault and what to change. */
const maxRemark = 400;

const styles = {
  taken: "good",
  refused: "error",
  failed: "error",
  silent: "error",
  unsigned: "warning",
} as const;
