import { routerPreamble, type TypeGroup } from "./type-group.js";

/** Article numbers are 64-bit integers. */
const handlerOf = (literal: string): string => `
mount({
  scanCode: ({ request }) => {
    const articleNumber: number | undefined = request.session.lines?.[0]?.articleNumber;
    return { lineAdditions: [articleNumber === undefined ? { articleNumber: ${literal} } : { articleNumber }] };
  },
});
`;

const form = `({ version: "1.2", form: { id: "f", title: "Who are you?", fields: [
  { id: "name", type: "text", required: true, label: "Name", separator: "above" },
  { id: "note", type: "label", required: false, label: "Thank you" }] } })`;

export const modeGroups: readonly TypeGroup[] = [
  {
    title: "64-bit integers are numbers",
    output: "48..",
    preamble: routerPreamble,
    accepted: [handlerOf("12")],
    refused: { "is not assignable to type 'number": ["12n", '"12"'].map(handlerOf) },
  },
  {
    title: "gated types take what some shop takes, and no other event's answer",
    output: "gated",
    preamble: routerPreamble,
    accepted: [`mount({ scanCode: () => ${form} });`],
    refused: { receiptFooter: ["mount({ scanCode: () => ({ receiptFooter: {} }) });"] },
  },
];
