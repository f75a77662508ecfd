<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** Formats of JSON Schema. */
final class Formats
{
    private const UUID = '/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/Di';
    private const TIME = '/^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|([+-])(\d\d)(?::?(\d\d))?)$/Di';
    /** Between a date and its time: a T or white space, as JavaScript understands it. */
    private const BETWEEN = '/t|[\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}'
        . '\x{205F}\x{3000}\x{FEFF}]/iu';

    public static function fits(string $format, string $text): bool
    {
        return match ($format) {
            'date' => self::isDate($text),
            'date-time' => self::isDateTime($text),
            // A scheme and the rest, in the characters of RFC 3986.
            'uri' => preg_match('/^[a-z][a-z\d+.-]*:[!-~]+$/Di', $text) === 1,
            'uuid' => preg_match(self::UUID, $text) === 1,
        };
    }

    private static function isDate(string $text): bool
    {
        if (preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $match) !== 1) {
            return false;
        }
        // The Gregorian calendar repeats after 400 years, and checkdate knows no year 0.
        return checkdate((int) $match[2], (int) $match[3], (int) $match[1] + 400);
    }

    /** A time with its offset, as in RFC 3339: `2026-02-28T12:00:00.000+01:00`. */
    private static function isDateTime(string $text): bool
    {
        $parts = preg_split(self::BETWEEN, $text) ?: [];
        return count($parts) === 2 && self::isDate($parts[0]) && self::isTime($parts[1]);
    }

    private static function isTime(string $text): bool
    {
        if (preg_match(self::TIME, $text, $match) !== 1) {
            return false;
        }
        [$hours, $minutes, $seconds] = [(int) $match[1], (int) $match[2], (float) $match[3]];
        [$offsetHours, $offsetMinutes] = [(int) ($match[6] ?? 0), (int) ($match[7] ?? 0)];
        if ($offsetHours > 23 || $offsetMinutes > 59) {
            return false;
        }
        if ($hours <= 23 && $minutes <= 59 && $seconds < 60) {
            return true;
        }
        // A leap second is the last second of a day in UTC.
        $sign = ($match[5] ?? '') === '-' ? -1 : 1;
        $utcMinutes = $minutes - $offsetMinutes * $sign;
        $utcHours = $hours - $offsetHours * $sign - ($utcMinutes < 0 ? 1 : 0);
        return in_array($utcHours, [23, -1], true) && in_array($utcMinutes, [59, -1], true) && $seconds < 61;
    }
}
