import { answer, scanCode } from "../deliveries.mjs";

const sizes = { small: 1, "20 lines": 20, "500 lines": 500 };

/** JSON.parse never puts the same object in two places. */
const parsed = (body) => JSON.parse(JSON.stringify(body));

/** Requests and answers of three sizes. In half of them, the last line has a number as text. */
export const bodies = Object.entries(sizes).flatMap(([size, lines]) => {
  const [request, badRequest] = [0, 1].map(() => parsed(scanCode(lines)));
  const [response, badResponse] = [0, 1].map(() => parsed(answer(lines)));
  badRequest.session.lines.at(-1).quantity = "1";
  badResponse.lineChanges.at(-1).externalDiscount.discountPercentage = "5";
  return [
    { side: "request", size, fits: true, body: request },
    { side: "request", size, fits: false, body: badRequest },
    { side: "response", size, fits: true, body: response },
    { side: "response", size, fits: false, body: badResponse },
  ];
});

/** Replacements for a value; undefined drops it. */
const replacements = [undefined, null, "text", -1.5, true, {}];

/** Yields small bodies with one change: each value dropped or replaced. */
export function* editsOf(side) {
  const { body } = bodies.find((each) => each.side === side && each.size === "small" && each.fits);
  for (const place of placesOf(body)) for (const value of replacements) yield changed(body, place, value);
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
