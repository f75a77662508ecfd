<?php

declare(strict_types=1);

namespace Mplus\Contract;

use stdClass;

/**
 * Omits the properties and array items of an answer that a shop does not accept. If one is required, omits the nearest
 * optional part around it. Rejects the answer if nothing remains, or if it is unclear what to omit.
 */
final class Omission
{
    /** Indexes of an array's remaining items, by its pointer in the original answer. @var array<string, list<int>> */
    private array $kept = [];

    /** @param callable(mixed): list<Problem> $check checks for the shop */
    public static function of(mixed $body, callable $check): Result
    {
        $omission = new self();
        $omitted = [];
        while (true) {
            $omission->kept = [];
            $value = $omission->without($body, '', $omitted);
            $problems = $check($value);
            if ($problems === []) {
                return new Result($value, omitted: array_values($omitted));
            }
            $before = count($omitted);
            foreach (self::cuts($problems) as $cut) {
                if ($cut->path === '') {
                    return new Result($value, $problems);
                }
                $path = $omission->original(Text::tokens($cut->path));
                $omitted[$path] = new Problem($path, $cut->code, $cut->message, $cut->addedIn);
            }
            if (count($omitted) === $before) {
                return new Result($value, $problems);
            }
        }
    }

    /** @param list<Problem> $problems @return array<string, Problem> */
    private static function cuts(array $problems): array
    {
        $cuts = [];
        foreach ($problems as $problem) {
            $cut = $problem->code === 'missing-property' ? self::incomplete($problem->path) : $problem;
            // Any item could be omitted, and the choice is not ours.
            if ($cut->code !== 'too-many-items') {
                $cuts[$cut->path] ??= $cut;
            }
        }
        return array_filter($cuts, static fn (Problem $cut): bool => !self::isInside($cut->path, $cuts));
    }

    private static function incomplete(string $path): Problem
    {
        $tokens = Text::tokens($path);
        $name = array_pop($tokens);
        $message = '"' . implode('.', $tokens) . "\" cannot be sent without \"$name\".";
        return new Problem(substr($path, 0, (int) strrpos($path, '/')), 'incomplete', $message);
    }

    private static function isInside(string $path, array $cuts): bool
    {
        while ($path !== '') {
            $path = substr($path, 0, (int) strrpos($path, '/'));
            if (isset($cuts[$path])) {
                return true;
            }
        }
        return false;
    }

    private function without(mixed $value, string $path, array $cuts): mixed
    {
        if (!is_array($value) && !$value instanceof stdClass) {
            return $value;
        }
        $entries = [];
        foreach ($value as $key => $part) {
            $at = Text::pointer($path, $key);
            if (!isset($cuts[$at])) {
                $entries[$key] = $this->without($part, $at, $cuts);
            }
        }
        if ($value instanceof stdClass) {
            return (object) $entries;
        }
        $this->kept[$path] = array_keys($entries);
        return array_values($entries);
    }

    /** @param list<string> $tokens */
    private function original(array $tokens): string
    {
        $pointer = '';
        foreach ($tokens as $token) {
            $pointer = Text::pointer($pointer, $this->kept[$pointer][(int) $token] ?? $token);
        }
        return $pointer;
    }
}
