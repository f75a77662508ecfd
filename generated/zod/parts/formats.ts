// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Checks that the compiled validators call. They agree with the formats of JSON Schema. */

/** Written digit by digit: with counts such as `{8}` an engine takes three times as long. */
const uuid =
  // prettier-ignore
  /^[\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f]-[\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f][\da-f]$/i;

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

// V8 keeps a position for each character that a `+` takes, once a process has compiled many expressions, and throws when
// its room for them is full: at 16 million. For `aa*` it keeps none.
const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d\d*)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

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

// The grammar of RFC 3986, part by part, so that none of these expressions has to backtrack.
const uriParts = /^[a-z][a-z0-9+.-]*:([^?#]*)(?:\?([^#]*))?(?:#([^#]*))?$/i;
const brokenEscape = /%(?![0-9a-f]{2})/i;
const hierarchy = /^[a-z0-9\-._~!$&'()*+,;=%:@/]*$/i;
const hierarchyWithAddress =
  /^\/\/?(?:[a-z0-9\-._~!$&'()*+,;=%:]*@)?\[([^\]]*)\](?::\d*)?(?:\/[a-z0-9\-._~!$&'()*+,;=%:@/]*)?$/i;
const queryOrFragment = /^[a-z0-9\-._~!$&'()*+,;=%:@/?]*$/i;
const ipFuture = /^v[0-9a-f][0-9a-f]*\.[a-z0-9\-._~!$&'()*+,;=:][a-z0-9\-._~!$&'()*+,;=:]*$/i;

/** An absolute URI, as in RFC 3986. Takes `//a:b:c` for a path, as ajv does. */
export function isUri(text: string): boolean {
  const parts = uriParts.exec(text);
  if (!parts || brokenEscape.test(text)) return false;
  const [, rest = "", query = "", fragment = ""] = parts;
  if (!queryOrFragment.test(query) || !queryOrFragment.test(fragment)) return false;
  if (rest !== "" && hierarchy.test(rest)) return true;
  const address = hierarchyWithAddress.exec(rest)?.[1];
  return address !== undefined && (isIpv6(address) || ipFuture.test(address));
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)$/;
const ipv6Group = /^[0-9a-f]{1,4}$/i;

/** Eight groups, some of which `::` leaves out, and the last two of which may be written as an IPv4 address. */
function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(":") + 1);
  const address = ipv4.test(last) ? `${text.slice(0, -last.length)}0:0` : text;
  const halves = address.split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const fits = halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
  return fits && groups.every((group) => ipv6Group.test(group));
}

/** The length of a text in code points, as JSON Schema counts. */
export const lengthOf = (text: string): number => Array.from(text).length;
