// Formats of JSON Schema, and the length of a text.

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
export const isUuid = (text: string): boolean => uuid.test(text);

const datePattern = /^(\d{4})-(\d\d)-(\d\d)$/;
const daysOfMonth = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** An existing date, as in RFC 3339: `2026-02-28`. */
export function isDate(text: string): boolean {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 1 : 0;
  return day >= 1 && day <= (daysOfMonth[month] ?? 0) + leap;
}

const timePattern = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/i;

/** A time with its offset, as in RFC 3339: `2026-02-28T12:00:00.000+01:00`. */
export function isDateTime(text: string): boolean {
  const [date = "", time = "", ...more] = text.split(/t|\s/i);
  return more.length === 0 && isDate(date) && isTime(time);
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

/** A scheme and the rest of a URI, in the characters of RFC 3986. */
export const isUri = (text: string): boolean => /^[a-z][a-z\d+.-]*:[!-~]+$/i.test(text);

/** Length in code points, as in JSON Schema. */
export const lengthOf = (text: string): number => Array.from(text).length;
