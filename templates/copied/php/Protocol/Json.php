<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use JsonException;
use stdClass;

/** Reads a body as JavaScript would, where `json_decode` is more or less strict. */
final class Json
{
    /** In levels inside the body. Real ones have far fewer. */
    private const DEEPEST = 1000;
    /** The rest of a text. */
    private const REST = '(?:[^"\\\\]++|\\\\.)*+"';
    /** Half of a pair of surrogates, outside of pairs and other escapes. */
    private const HALF = '/\\\\(?:[^u]|u(?i:(?!d[89a-f])[\da-f]{4}|d[89ab][\da-f]{2}\\\\(?-i:u)d[c-f][\da-f]{2}))'
        . '(*SKIP)(*F)|\\\\u(?i:d[89a-f][\da-f]{2})/s';
    private const NULL_NAME = '/"\\\\u0000(' . self::REST . '\s*+:)|"' . self::REST . '(*SKIP)(*F)/s';

    /** @throws Refusal */
    public static function decodeBody(string $bytes): stdClass
    {
        // RFC 8259 allows to skip a byte order mark.
        $text = str_starts_with($bytes, "\u{FEFF}") ? substr($bytes, 3) : $bytes;
        try {
            $value = self::decode($text);
        } catch (JsonException $fault) {
            $isDeep = $fault->getCode() === JSON_ERROR_DEPTH && self::isBalanced($text);
            throw Refusal::of(!$isDeep ? 'notJson' : (ltrim($text)[0] === '{' ? 'nestedTooDeeply' : 'notAnObject'));
        }
        if (preg_match('/(?!true|false|null)\b(?:true|false|null)\b/i', $text) === 1) {
            // PHP accepts these in any case.
            preg_match('/(?!true|false|null)(?:true|false|null)/i', self::withoutTexts($text)) === 0
                || throw Refusal::of('notJson');
        }
        return $value instanceof stdClass ? $value : throw Refusal::of('notAnObject');
    }

    /** @throws JsonException */
    public static function decode(string $text): mixed
    {
        // PHP counts what is in the innermost level, too.
        $depth = self::DEEPEST + 2;
        $value = json_decode($text, false, $depth);
        $repair = match (json_last_error()) {
            JSON_ERROR_UTF16 => [self::HALF, '\ufffd'],
            // A name that begins with a null.
            JSON_ERROR_INVALID_PROPERTY_NAME => [self::NULL_NAME, '"\ufffd$1'],
            default => null,
        };
        $repaired = $repair === null ? $text : preg_replace(...[...$repair, $text]) ?? $text;
        // There may be faults of both kinds.
        return $repaired !== $text ? self::decode($repaired)
            : $value ?? json_decode($text, false, $depth, JSON_THROW_ON_ERROR);
    }

    /** True if a text that is too deep for PHP's parser may be valid: every bracket has its counterpart. */
    private static function isBalanced(string $text): bool
    {
        $open = [];
        $brackets = (string) preg_replace('/[^][{}]++/', '', self::withoutTexts($text));
        for ($at = 0; $at < strlen($brackets); $at += 1) {
            if ($brackets[$at] === '[' || $brackets[$at] === '{') {
                $open[] = $brackets[$at];
            } elseif (!in_array(array_pop($open) . $brackets[$at], ['[]', '{}'], true)) {
                return false;
            }
        }
        return $open === [] && preg_match('//u', $text) === 1;
    }

    private static function withoutTexts(string $text): string
    {
        return preg_replace('/"' . self::REST . '/s', '""', $text) ?? throw Refusal::of('notJson');
    }
}
