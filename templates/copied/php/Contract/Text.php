<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** Texts in messages. Lengths are in UTF-16 code units, as in JavaScript. */
final class Text
{
    private const CONTROLS = '/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u';

    /** Writes a value as JSON, as `JSON.stringify` does. */
    public static function json(mixed $value): string
    {
        $flags = JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_LINE_TERMINATORS;
        return json_encode($value, $flags | JSON_THROW_ON_ERROR, 1100);
    }

    /** Escapes a token of a JSON Pointer: RFC 6901. */
    public static function pointer(string $parent, int|string $token): string
    {
        return $parent . '/' . strtr((string) $token, ['~' => '~0', '/' => '~1']);
    }

    /** @return list<string> */
    public static function tokens(string $pointer): array
    {
        $tokens = array_slice(explode('/', $pointer), 1);
        return array_map(static fn (string $token): string => strtr($token, ['~1' => '/', '~0' => '~']), $tokens);
    }

    /** The code units of a text: two for a character beyond U+FFFF. @return list<string> */
    public static function units(string $text): array
    {
        $units = [];
        foreach (preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $character) {
            $units[] = $character;
            if (strlen($character) === 4) {
                $units[] = $character;
            }
        }
        return $units;
    }

    /** In characters, as JSON Schema counts the length of a text. */
    public static function length(string $text): int
    {
        return (int) preg_match_all('/[^\x80-\xBF]/', $text);
    }

    public static function cut(string $text, int $most = 1000): string
    {
        $units = strlen($text) > $most ? self::units($text) : [];
        return count($units) > $most ? self::join(array_slice($units, 0, $most)) . '…' : $text;
    }

    /** Shows a stranger's text without control characters, cut to a length. */
    public static function printable(string $text, int $most): string
    {
        $units = strlen($text) > $most ? self::units($text) : [];
        $start = count($units) > $most ? self::join(array_slice($units, 0, $most - 1)) . '…' : $text;
        return (string) preg_replace(self::CONTROLS, '?', $start);
    }

    /** Escapes control characters, including line breaks: `\u001b`. */
    public static function escaped(string $text): string
    {
        $escape = static fn (array $match): string => trim(json_encode($match[0]), '"');
        return preg_replace_callback(self::CONTROLS, $escape, $text) ?? '(not UTF-8)';
    }

    /** @param list<string> $units */
    private static function join(array $units): string
    {
        $text = '';
        for ($at = 0; $at < count($units); $at += strlen($units[$at]) === 4 ? 2 : 1) {
            $text .= $units[$at];
        }
        return $text;
    }

    /** `a, b or c` @param list<string> $words */
    public static function either(array $words): string
    {
        $last = array_pop($words);
        return $words === [] ? (string) $last : implode(', ', $words) . " or $last";
    }

    /** The property names of an object, in JavaScript's order: numbers first. @return list<string> */
    public static function names(object $object): array
    {
        $names = array_map(strval(...), array_keys(get_object_vars($object)));
        $isIndex = static fn (string $name): bool =>
            preg_match('/^(?:0|[1-9]\d{0,9})$/D', $name) === 1 && (int) $name < 2 ** 32 - 1;
        $indexes = array_filter($names, $isIndex);
        if ($indexes === []) {
            return $names;
        }
        sort($indexes, SORT_NUMERIC);
        return [...$indexes, ...array_values(array_diff($names, $indexes))];
    }

    /** The known name that is most like a misspelt one; null if none is similar. @param list<string> $known */
    public static function suggest(string $name, array $known): ?string
    {
        $units = self::units(self::lower($name));
        $length = count(self::units($name));
        $nearest = null;
        $limit = max(1, (int) floor($length * 0.4));
        foreach ($known as $each) {
            // Each extra letter is a slip. The name may be of any length.
            if (abs(strlen($each) - $length) > $limit) {
                continue;
            }
            $slips = self::slips($units, str_split(strtolower($each)));
            // The first of equals stays.
            if ($slips <= $limit) {
                [$nearest, $limit] = [$each, $slips - 1];
            }
        }
        return $nearest;
    }

    /** As JavaScript does, as far as it matters for a comparison with ASCII. */
    private static function lower(string $text): string
    {
        return strtr(strtolower($text), ["\u{212A}" => 'k', "\u{130}" => "i\u{307}"]);
    }

    /** Levenshtein distance; letters in the wrong order count as one slip. @param list<string> $a @param list<string> $b */
    private static function slips(array $a, array $b): int
    {
        $row = range(0, count($b));
        foreach ($a as $i => $unit) {
            $next = [$i + 1];
            foreach ($b as $j => $other) {
                $next[] = min($row[$j] + ($unit === $other ? 0 : 1), $row[$j + 1] + 1, $next[$j] + 1);
            }
            $row = $next;
        }
        $isSame = $a === $b;
        sort($a, SORT_STRING);
        sort($b, SORT_STRING);
        return $row[count($b)] - (!$isSame && $a === $b ? 1 : 0);
    }
}
