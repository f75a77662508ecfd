<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use Mplus\Contract\Text;

/**
 * Describes what a rejected request had, for the log. A sender that confuses its settings may send its secret in any
 * place. So the description has no text of the sender, except for short plain words, which no secret consists of.
 */
final class Received
{
    /** In characters. */
    private const MOST = 100;
    /** Between words. A plus sign is also a digit of base64. */
    private const BETWEEN = '#, |[/.,_-]|\+(?=(?:json|xml)$)#D';
    /** `mplus`, `scanCode`, `POST` or `v1`; hardly any piece of a secret looks like this. */
    private const WORD = '/^(?:[A-Za-z]?[a-z]+(?:[A-Z][a-z]+){0,4}|[A-Z]{1,16}|v?\d{1,3})?$/D';
    /** The shortest secret, of 16 bytes in base64 without padding. */
    private const LIKE_SECRET = '#[A-Za-z0-9+/=]{22}#';

    /**
     * @param list<string> $events
     * @param list<string> $near known ids that look like the given one
     */
    public static function describe(Refusal $refusal, Message $message, array $events, array $near): ?string
    {
        if ($refusal->name === 'unknownSubscription') {
            $ids = array_map(static fn (string $id): string => Text::json(Text::printable($id, 101)), $near);
            return $ids !== [] ? 'the id differs from ' . implode(' and ', $ids) . ' only in case, spaces or quotes'
                : self::length('id', count(Text::units($message->subscriptionId())));
        }
        [$name, $text] = match ($refusal->name) {
            'methodNotAllowed' => ['method', $message->method],
            // Without the query, which can be any text, and without the host.
            'unknownEvent' => ['path', (string) preg_replace('~^https?://[^/?#]*|[?#].*$~Dis', '', $message->path)],
            'bodyEncoded' => ['content encoding', $message->header('content-encoding')],
            // A parameter can be any text.
            'wrongContentType' =>
                ['content type', (string) preg_replace('/;[^,]*/', '', $message->header('content-type'))],
            default => ['', ''],
        };
        $lower = array_map(strtolower(...), $events);
        if ($name === '' || self::isPlain($text, $lower)) {
            return $name === '' ? null : "the $name is " . Text::json($text);
        }
        $length = self::length($name, strlen($text));
        foreach ($lower as $event) {
            if (str_ends_with(strtolower($text), "/$event")) {
                return "$length and ends in " . Text::json(substr($text, -strlen($event)));
            }
        }
        return $length;
    }

    private static function length(string $name, int $length): string
    {
        return "the $name has " . ($length === 1 ? '1 character' : "$length characters");
    }

    /** @param list<string> $known events in lower case */
    private static function isPlain(string $text, array $known): bool
    {
        $words = strlen($text) > self::MOST ? ['?'] : (preg_split(self::BETWEEN, $text) ?: []);
        // Known words are no secret, however long.
        $unknown = array_map(
            static fn (string $word): string => in_array(strtolower($word), $known, true) ? ' ' : $word,
            explode('/', $text),
        );
        return count($words) === count(preg_grep(self::WORD, $words) ?: [])
            // More may be the bytes of a secret.
            && count(preg_grep('/\d/', $words) ?: []) <= 2
            && preg_match(self::LIKE_SECRET, implode('/', $unknown)) !== 1;
    }
}
