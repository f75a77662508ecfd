<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use BackedEnum;
use JsonSerializable;
use Mplus\Contract\Problem;
use Mplus\Contract\Text;
use stdClass;

/** Finds what JSON cannot say in a handler's answer, or would change, such as a date, INF or a Latin-1 text. */
final class PlainData
{
    private const DEEPEST = 1000;
    private const MOST = 100;
    /** Parts that share their contents could make an answer endless. */
    private const PARTS = 100_000;

    /** @var list<Problem> */
    private array $problems = [];
    private int $parts = 0;

    /** @return array{mixed, list<Problem>} the answer of arrays, objects and simple values, and its problems */
    public static function copy(mixed $answer): array
    {
        $walk = new self();
        $copy = $walk->value($answer, '', 0);
        $message = 'the answer has more than ' . self::PARTS . ' values';
        $isLarge = $walk->parts > self::PARTS && $walk->problems === [];
        return [$copy, $isLarge ? [new Problem('', 'not-plain-data', $message)] : $walk->problems];
    }

    private function value(mixed $value, string $path, int $depth): mixed
    {
        $value = $value instanceof JsonSerializable ? $value->jsonSerialize() : $value;
        $value = $value instanceof BackedEnum ? $value->value : $value;
        $obstacle = match (true) {
            count($this->problems) >= self::MOST, ++$this->parts > self::PARTS => '',
            is_float($value) && !is_finite($value) => "$value cannot be written as JSON",
            is_string($value) && preg_match('//u', $value) !== 1 => 'the text is not UTF-8',
            is_object($value) && !$value instanceof stdClass =>
                'an instance of ' . get_debug_type($value) . ' is not plain data',
            is_resource($value) => 'a resource is not plain data',
            $depth >= self::DEEPEST && !is_scalar($value ?? 0) => 'nested too deeply, or contains itself',
            default => null,
        };
        if ($obstacle !== null) {
            // Circular data has an endless path; its start is enough to find it.
            $start = implode('/', array_slice(explode('/', $path), 0, 20));
            $obstacle === '' || $this->problems[] = new Problem($start, 'not-plain-data', $obstacle);
            return null;
        }
        if (!is_array($value) && !$value instanceof stdClass) {
            return $value;
        }
        $copy = [];
        foreach ($value as $name => $part) {
            if (preg_match('/^(?!\0)/u', (string) $name) !== 1) {
                $this->problems[] = new Problem($path, 'not-plain-data', 'a name is not UTF-8, or begins with a null');
                continue;
            }
            $copy[$name] = $this->value($part, Text::pointer($path, $name), $depth + 1);
        }
        // No property is a number: a list may have gaps in its keys, as after array_filter.
        $isList = is_array($value) && array_filter(array_keys($value), is_string(...)) === [];
        // An empty array is an empty object, if it is all that a handler returns.
        return $isList && ($copy !== [] || $path !== '') ? array_values($copy) : (object) $copy;
    }
}
