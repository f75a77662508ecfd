<?php

declare(strict_types=1);

namespace Mplus\Contract;

use stdClass;

/** Applies the notes of a check to a valid request. The body stays as sent. */
final class Reading
{
    private const MOST = 100;

    /** @var list<array{Fault, string, string}> faults with the names and the places of what is left out */
    private array $misfits = [];
    /** @var list<string> */
    private array $nulls = [];

    /** @param array<int, Note> $notes */
    private function __construct(private readonly array $notes)
    {
    }

    /** @param array<int, Note> $notes */
    public static function of(stdClass $body, array $notes): Result
    {
        if ($notes === []) {
            return new Result($body);
        }
        $reading = new self($notes);
        $value = $reading->read($body, '');
        $describe = static fn (string $path): Problem =>
            new Problem($path, 'null', Wording::name($path) . ' is null, which counts as absent.');
        $leftOut = [
            ...array_map(self::explain(...), array_slice($reading->misfits, 0, self::MOST)),
            ...array_map($describe, array_slice($reading->nulls, 0, self::MOST)),
        ];
        $more = [
            'misfits' => max(0, count($reading->misfits) - self::MOST),
            'nulls' => max(0, count($reading->nulls) - self::MOST),
        ];
        return new Result($value, leftOut: $leftOut, moreLeftOut: array_sum($more) > 0 ? $more : null);
    }

    private function read(mixed $value, string $pointer): mixed
    {
        if (is_array($value)) {
            foreach ($value as $index => $item) {
                $value[$index] = $this->read($item, "$pointer/$index");
            }
        }
        if (!$value instanceof stdClass) {
            return $value;
        }
        $note = $this->notes[spl_object_id($value)] ?? new Note();
        $this->leaveOut($note, $value, $pointer);
        $own = array_diff_key(get_object_vars($value), $note->leftOut);
        $read = [];
        foreach ($own as $name => $part) {
            $newest = $note->renamed[$name] ?? $name;
            // If both names are present, both stay: the older one is just an unknown property.
            $read[array_key_exists($newest, $own) ? $name : $newest] =
                $this->read($part, Text::pointer($pointer, $name));
        }
        return (object) ($note->taken === null ? $read : $this->takeIn($note->taken, $read, $pointer));
    }

    private function leaveOut(Note $note, stdClass $value, string $pointer): void
    {
        foreach ($note->leftOut === [] ? [] : Text::names($value) as $name) {
            if (!array_key_exists($name, $note->leftOut)) {
                continue;
            }
            $path = Text::pointer($pointer, $name);
            if ($note->leftOut[$name] === null) {
                $this->nulls[] = $path;
            } else {
                $this->misfits[] = [Fault::at($pointer, [$note->leftOut[$name]])[0], $path, $path];
            }
        }
    }

    /** Moves properties into the inner object that they belong to, or leaves them out. */
    private function takeIn(Taken $taken, array $read, string $pointer): array
    {
        $inner = array_intersect_key($read, array_flip($taken->names));
        $others = array_diff_key($read, $inner);
        if ($taken->fault !== null) {
            $fault = Fault::at($pointer, [$taken->fault])[0];
            $this->misfits[] = [$fault, Text::pointer($pointer, $taken->into), $pointer];
            return $others;
        }
        return array_replace($others, [$taken->into => $taken->isNull ? null : (object) $inner]);
    }

    private static function explain(array $misfit): Problem
    {
        [$fault, $property, $path] = $misfit;
        ['code' => $code, 'message' => $message, 'addedIn' => $added] = (array) (new Wording())->problem($fault);
        $why = Wording::name($property) . ' is left out, because its contents are not documented.';
        return new Problem($path, $code, "$message $why", $added);
    }
}
