import type { Body, Line } from "./body.js";
import { list, type Coherence } from "./coherence.js";
import { kitchenEvents } from "./documented.js";

/** What agrees between a session's lines, relation and table, and the event's own object. */
export const lineCoherences: readonly Coherence[] = [
  {
    name: "the added or changed line is in the session",
    source:
      "page of addSessionLine: an answer may change the new line or any other line of the session; some samples show no lines",
    violated: ({ addSessionLine, updateSessionLine, session }) => {
      const line = (addSessionLine ?? updateSessionLine)?.line;
      if (!line || !session?.lines) return undefined;
      const found = session.lines.find(({ lineId }) => lineId === line.lineId);
      if (!found) return `line ${line.lineId} is not in the session`;
      const [one, other] = [
        new Map<string, unknown>(Object.entries(line)),
        new Map<string, unknown>(Object.entries(found)),
      ];
      const differs = [...new Set([...one.keys(), ...other.keys()])].filter(
        (name) => JSON.stringify(one.get(name)) !== JSON.stringify(other.get(name)),
      );
      return list(differs.map((name) => `${name} differs`));
    },
  },
  {
    name: "the removed line is not in the session",
    source: 'How to subscribe: "A line is removed from the session"',
    violated: ({ removeSessionLine, session }) =>
      session?.lines?.some(({ lineId }) => lineId !== undefined && lineId === removeSessionLine?.line?.lineId)
        ? "it is"
        : undefined,
  },
  {
    name: "own or external discount, not both",
    source: 'JSON definitions: "It can only be one or the other"',
    violated: (body) =>
      list(
        listLines(body).flatMap(({ path, line }) =>
          line.externalDiscount && (line.discountPercentage || line.discountAmount) ? [path] : [],
        ),
      ),
  },
  {
    name: "a discount takes off something, and at most everything",
    source: "arithmetic",
    violated: (body) =>
      list(
        listLines(body).flatMap(({ path, line }) =>
          [line, line.externalDiscount ?? {}].flatMap(({ discountPercentage = 0, discountAmount = 0 }) => [
            ...(discountPercentage < 0 || discountPercentage > 100
              ? [`${path}: ${discountPercentage} %`]
              : []),
            ...(discountAmount < 0 ? [`${path}: ${discountAmount}`] : []),
          ]),
        ),
      ),
  },

  {
    name: "the selected relation is the session's relation",
    source:
      "JSON definitions: selectRelation, which is null when it is deselected; a session may leave it out",
    violated: ({ selectRelation, session }) => {
      if (selectRelation === undefined || !session?.relation) return undefined;
      const relation = selectRelation?.relation ?? undefined;
      if (!relation) return "the session has a relation, and it was deselected";
      return list(
        (["relationNumber", "name"] as const)
          .filter((name) => relation[name] !== session.relation?.[name])
          .map((name) => `${name} differs`),
      );
    },
  },
  {
    name: "a kitchen's event has an order",
    source: "the kitchen's pages: tableOrder and cafeteriaOrder; JSON definitions: order",
    violated: (body, { event }) =>
      kitchenEvents.includes(event) && !(body.order ?? body.tableOrder ?? body.cafeteriaOrder)
        ? "no order, tableOrder or cafeteriaOrder"
        : undefined,
  },
  {
    name: "an order's ticket ends its number",
    source: "the kitchen's pages: usually the last two digits",
    violated: ({ cafeteriaOrder: { number, ticketNumber } = {} }) =>
      number === undefined || ticketNumber === undefined || number % 100 === ticketNumber
        ? undefined
        : `ticket ${ticketNumber} of order ${number}`,
  },
  {
    name: "an order is of the year of its event",
    source: "common sense; around New Year it is of the year before",
    violated: ({ event, tableOrder, cafeteriaOrder }) => {
      const now = Number(event?.eventTimestamp?.slice(0, 4));
      const years = [tableOrder?.year, cafeteriaOrder?.year].filter((year) => year !== undefined);
      return list(years.filter((year) => year > now || year < now - 1).map((year) => `${year}, not ${now}`));
    },
  },
  {
    name: "only a finished course took a time",
    source: "the kitchen's pages: actualPreparationTime is in kitchenCompleteCourse",
    violated: ({ course }, { event }) =>
      event === "kitchenStartCourse" && course?.actualPreparationTime !== undefined
        ? "actualPreparationTime is there"
        : undefined,
  },
  {
    name: "an order's table is the session's table",
    source: "common sense",
    violated: ({ table, session }) =>
      table &&
      session?.table &&
      (table.number !== session.table.number || table.subNumber !== session.table.subNumber)
        ? `${table.number} and ${session.table.number}`
        : undefined,
  },
];

export function listLines(body: Body): readonly { path: string; line: Line }[] {
  const own = (["addSessionLine", "updateSessionLine", "removeSessionLine"] as const).flatMap((path) => {
    const line = body[path]?.line;
    return line ? [{ path, line }] : [];
  });
  const lines = (body.session?.lines ?? []).map((line, place) => ({ path: `session.lines[${place}]`, line }));
  return [...lines, ...own];
}
