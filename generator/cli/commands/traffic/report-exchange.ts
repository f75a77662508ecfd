import type { ReportBlock } from "../../../pages/blocks/block.js";
import { nestedBullets } from "../../../pages/blocks/builders.js";
import { plain, styled, text, type Text } from "../../../pages/blocks/text.js";
import { toVisibleLine, truncate } from "../../../base/text/quote.js";
import type { TillContract } from "../../../till/engine/till-set-up.js";
import { listFacts, listFindings, listNotes } from "../../../till/page/describe-exchange.js";
import type { SeenExchange } from "../../../till/traffic/seen-exchange.js";

export function reportExchange(
  seen: SeenExchange,
  contract: TillContract,
  more: readonly string[] = [],
): readonly ReportBlock[] {
  const { event, at, verdict } = seen;
  const [style, word] = verdicts[seen.isVerified === false ? "unsigned" : verdict.kind];
  const facts = listFacts(seen, false, contract.model).map(toVisibleLine).join(", ");
  const findings = listFindings(verdict).map(
    ({ path = "", code, message }) => `${path} ${code}${message && `: ${message}`}`,
  );
  const remarks = [...findings, ...listNotes(seen, contract), ...more];
  const items = remarks.map((each): Text => plain(toVisibleLine(truncate(each, 300))));
  const time = styled("faint", new Date(at).toTimeString().slice(0, 8));
  const name = styled("name", truncate(event, 100));
  return nestedBullets([{ text: text`${time} ${name} ${styled(style, word)}: ${plain(facts)}`, items }]);
}

const verdicts = {
  taken: ["good", "accepted"],
  refused: ["error", "rejected by the till"],
  failed: ["error", "answered with an error"],
  silent: ["error", "not answered"],
  unsigned: ["warning", "not signed by the shop"],
} as const;
