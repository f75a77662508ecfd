<?php

declare(strict_types=1);

namespace Mplus\Contract;

/**
 * Releases as numbers that compare: 59.3.2 is 59 0003 0002. A span is a pair of releases such as `['48', '59.3']`, of
 * which the second is not included; null is an open end.
 */
final class Release
{
    private const PART = 10_000;

    /** Parses `59.3.2` or `v59.3.2`. Null for anything else. */
    public static function parse(string $text): ?int
    {
        if (preg_match('/^v?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?$/D', $text, $match) !== 1) {
            return null;
        }
        return ((int) $match[1] * self::PART + (int) ($match[2] ?? 0)) * self::PART + (int) ($match[3] ?? 0);
    }

    public static function format(int $release): string
    {
        $minor = intdiv($release, self::PART) % self::PART;
        $parts = [intdiv($release, self::PART ** 2), $minor, $release % self::PART];
        return implode('.', array_slice($parts, 0, $parts[2] > 0 ? 3 : ($minor > 0 ? 2 : 1)));
    }

    /** @param list<array{?string, ?string}> $spans */
    public static function isWithin(int $release, array $spans): bool
    {
        foreach ($spans as [$from, $until]) {
            if ($release >= self::start($from) && $release < self::end($until)) {
                return true;
            }
        }
        return false;
    }

    public static function start(?string $from): int
    {
        return $from === null ? PHP_INT_MIN : self::parse($from) ?? PHP_INT_MIN;
    }

    public static function end(?string $until): int
    {
        return $until === null ? PHP_INT_MAX : self::parse($until) ?? PHP_INT_MAX;
    }
}
