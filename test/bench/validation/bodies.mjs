import { answer, scanCode } from "../deliveries.mjs";

const sizes = [
  { size: "small", lines: 1 },
  { size: "20 lines", lines: 20 },
  { size: "500 lines", lines: 500 },
];

/** What is checked: requests and answers, of three sizes; in half of them the last line has a number as text. */
export const bodies = sizes.flatMap(({ size, lines }) => {
  const [request, response] = [scanCode(lines), answer(lines)];
  const [badRequest, badResponse] = [structuredClone(request), structuredClone(response)];
  // Clones keep that all lines were one object.
  badRequest.session.lines[lines - 1] = { ...badRequest.session.lines[lines - 1], quantity: "1" };
  badResponse.lineChanges.at(-1).externalDiscount.discountPercentage = "5";
  return [
    { side: "request", size, fits: true, body: parsed(request) },
    { side: "request", size, fits: false, body: parsed(badRequest) },
    { side: "response", size, fits: true, body: parsed(response) },
    { side: "response", size, fits: false, body: parsed(badResponse) },
  ];
});

/** Bodies come from JSON.parse, where no two parts are one object. */
function parsed(body) {
  return JSON.parse(JSON.stringify(body));
}

/** What a part is replaced by; undefined drops it. */
const replacements = [undefined, null, "text", -1.5, true, {}];

/** The small bodies with one thing changed: each value dropped, or replaced by another. */
export function* editsOf(side) {
  const { body } = bodies.find((each) => each.side === side && each.size === "small" && each.fits);
  for (const place of placesOf(body)) {
    for (const value of replacements) yield changed(body, place, value);
  }
}

const placesOf = (value, place = []) =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [[...place, key], ...placesOf(part, [...place, key])])
    : [];

function changed(body, place, value) {
  const copy = structuredClone(body);
  const holder = place.slice(0, -1).reduce((part, key) => part[key], copy);
  if (value !== undefined) holder[place.at(-1)] = value;
  else if (Array.isArray(holder)) holder.splice(Number(place.at(-1)), 1);
  else delete holder[place.at(-1)];
  return copy;
}
