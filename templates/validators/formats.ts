/** Checks that the compiled validators call. They agree with the formats of JSON Schema. */

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A UUID in its bare form, as in RFC 9562. */
export const isUuid = (text: string): boolean => uuid.test(text);

const datePattern = /^(\d\d\d\d)-(\d\d)-(\d\d)$/;
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day that exists, as in RFC 3339: `2026-02-28`. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (daysOfMonth[month] ?? 0) + leap;
}

const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** A moment with its offset, as in RFC 3339: `2026-02-28T12:00:00.000+01:00`. */
export function isDateTime(text: string): boolean {
  const [date, time, more] = text.split(/t|\s/i);
  return date !== undefined && time !== undefined && more === undefined && isDate(date) && isTime(time);
}

function isTime(text: string): boolean {
  const match = timePattern.exec(text);
  if (!match) return false;
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const sign = match[5] === "-" ? -1 : 1;
  const [offsetHours, offsetMinutes] = [Number(match[6] ?? 0), Number(match[7] ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return false;
  if (hours <= 23 && minutes <= 59 && seconds < 60) return true;
  // A leap second is the last second of a day in UTC.
  const utcMinutes = minutes - offsetMinutes * sign;
  const utcHours = hours - offsetHours * sign - (utcMinutes < 0 ? 1 : 0);
  return (utcHours === 23 || utcHours === -1) && (utcMinutes === 59 || utcMinutes === -1) && seconds < 61;
}

// The grammar of RFC 3986, from its parts.
const hex = "%[0-9a-f]{2}";
const pathChar = `(?:[a-z0-9\\-._~!$&'()*+,;=:@]|${hex})`;
const group = "[0-9a-f]{1,4}";
const octet = "(?:25[0-5]|2[0-4]\\d|[01]?\\d\\d?)";
const ipv4 = `(?:${octet}\\.){3}${octet}`;
const lastGroups = `(?:${group}:${group}|${ipv4})`;
const before = (most: number): string => `(?:(?:${group}:){0,${most}}${group})?::`;
const ipv6 = [
  `(?:${group}:){6}${lastGroups}`,
  `::(?:${group}:){5}${lastGroups}`,
  `${before(0)}(?:${group}:){4}${lastGroups}`,
  `${before(1)}(?:${group}:){3}${lastGroups}`,
  `${before(2)}(?:${group}:){2}${lastGroups}`,
  `${before(3)}${group}:${lastGroups}`,
  `${before(4)}${lastGroups}`,
  `${before(5)}${group}`,
  before(6),
].join("|");
const ipFuture = "v[0-9a-f]+\\.[a-z0-9\\-._~!$&'()*+,;=:]+";
const userInfo = `(?:(?:[a-z0-9\\-._~!$&'()*+,;=:]|${hex})*@)?`;
const host = `(?:\\[(?:${ipv6}|${ipFuture})\\]|(?:[a-z0-9\\-._~!$&'()*+,;=]|${hex})*)`;
const path = `(?:/${pathChar}*)*`;
const hierarchy = `(?:/?/${userInfo}${host}(?::\\d*)?${path}|${pathChar}+${path})`;
const uri = /* @__PURE__ */ new RegExp(
  `^[a-z][a-z0-9+.-]*:${hierarchy}(?:\\?(?:${pathChar}|[/?])*)?(?:#(?:${pathChar}|[/?])*)?$`,
  "i",
);

/** No address comes near it, and on one of some megabytes the expression runs out of stack. */
const longestUri = 2 ** 20;

/** An absolute URI, as in RFC 3986. */
export const isUri = (text: string): boolean => text.length <= longestUri && uri.test(text);

/** How long a text is, in code points, as JSON Schema counts. */
export const lengthOf = (text: string): number => Array.from(text).length;
