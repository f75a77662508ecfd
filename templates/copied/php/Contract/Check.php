<?php

declare(strict_types=1);

namespace Mplus\Contract;

use stdClass;

/** Checks a value against the table: a request up to its first fault, an answer for all faults. */
final class Check
{
    /** The largest integer that a JavaScript number can represent exactly, as all others up to it. */
    private const SAFE = 2 ** 53 - 1;

    /** What must be read differently from how it was sent, by object. @var array<int, Note> */
    public array $notes = [];

    /**
     * @param ?int $version the shop's release; if null, every release of the fleet must accept the value
     * @param bool $any accepts anything that some release of the fleet accepts
     */
    public function __construct(
        private readonly Rules $rules,
        private readonly bool $isRequest,
        private readonly ?int $version = null,
        private readonly bool $any = false,
    ) {
    }

    /**
     * Checks the properties of the base first, then its own; in answers, finally the names that it does not have.
     *
     * @return list<Fault>
     */
    public function object(ObjectRule $object, mixed $value): array
    {
        if (!$value instanceof stdClass) {
            return [new Fault('type', expected: 'an object')];
        }
        $own = get_object_vars($value);
        $faults = [];
        foreach ($object->layers as $layer) {
            array_push($faults, ...$this->missing($layer, $own));
            if ($faults === [] || !$this->isRequest) {
                array_push($faults, ...$this->properties($layer, $value, $own));
            }
            if ($faults !== [] && $this->isRequest) {
                return $faults;
            }
        }
        $isClosed = !$this->isRequest && !$object->isOpen && array_diff_key($own, $object->known) !== [];
        foreach ($isClosed ? Text::names($value) : [] as $name) {
            if (!isset($object->known[$name])) {
                $faults[] = new Fault('unknown property', $name, object: $object);
            }
        }
        return $faults;
    }

    /** A required property is present under one of its names, or by the properties of its object. */
    private function missing(Layer $layer, array $own): array
    {
        $faults = [];
        foreach ($layer->properties as $name => $row) {
            $spans = isset($row['required']) ? null : $row['requiredIn'] ?? null;
            if (!isset($row['required']) && ($spans === null || $this->any || !$this->mayBeWithin($spans))) {
                continue;
            }
            $isThere = $layer->inlined === $name
                ? !$this->isElsewhere($layer, $own) || $this->holdsAny($own, $layer->innerNames)
                : $this->holdsAny($own, $row['names']);
            if (!$isThere) {
                $faults[] = $spans === null ? new Fault('missing', $name)
                    : new Fault('required there', $name, spans: $spans);
                if ($this->isRequest) {
                    break;
                }
            }
        }
        return $faults;
    }

    private function properties(Layer $layer, stdClass $sent, array $own): array
    {
        $faults = [];
        foreach ($layer->properties as $canonical => $row) {
            foreach ($row['names'] as $name) {
                if (!array_key_exists($name, $own)) {
                    continue;
                }
                if ($this->isRequest && $name !== $canonical) {
                    $this->noteOn($sent)->renamed[$name] = $canonical;
                }
                $found = $this->property($row, $name, $own[$name]);
                if ($found === []) {
                    continue;
                }
                Fault::at(Text::pointer('', $name), $found);
                if (!$this->isRequest) {
                    array_push($faults, ...$found);
                } elseif ($this->mayBeLeftOut($row, $own[$name], $layer->inlined === $canonical)) {
                    $this->noteOn($sent)->leftOut[$name] = $own[$name] === null ? null : $found[0];
                } else {
                    return $found;
                }
            }
        }
        return $layer->inlined === null ? $faults : [...$faults, ...$this->takeIn($layer, $sent, $own)];
    }

    /** Nulls count as absent, and undocumented parts never cause a rejection. */
    private function mayBeLeftOut(array $row, mixed $part, bool $isInlined): bool
    {
        return isset($row['lenient']) || ($part === null && (!isset($row['required']) || $isInlined));
    }

    /** Faults inside a property that the shop lacks altogether are not reported. */
    private function property(array $row, string $name, mixed $part): array
    {
        if (isset($row['exists']) && $this->isOutside($row['exists'])) {
            return [new Fault('property not there', $name, spans: $row['exists'])];
        }
        if (!isset($row['eras']) || $this->any) {
            return $this->type($row['type'], $part);
        }
        $faults = [];
        // If the release is unknown, the value must fit every shape that the shop may know.
        foreach ($row['eras'] as ['spans' => $spans, 'type' => $type]) {
            $found = $this->mayBeWithin($spans) ? $this->type($type, $part) : [];
            foreach ($found as $fault) {
                // The value or one of its items may fit another release's shape.
                if (preg_match('#^(?:/\d+)*$#D', $fault->path) === 1) {
                    $fault->era = $spans;
                }
            }
            array_push($faults, ...$found);
        }
        return $faults;
    }

    /** Each kind is another JSON type, so at most one can be the value's. */
    private function type(string|array $type, mixed $value): array
    {
        $kinds = $this->rules->kinds($type);
        foreach ($kinds ?? [] as $kind) {
            if ($this->isOfKind($kind['kind'], $value)) {
                return $this->kind($kind, $value);
            }
        }
        if ($kinds === null) {
            return [];
        }
        $words = array_map(static fn (array $kind): string => Wording::KINDS[$kind['kind']], $kinds);
        return [$kinds === [] ? new Fault('nothing fits') : new Fault('type', expected: Text::either($words))];
    }

    private function isOfKind(string $kind, mixed $value): bool
    {
        return match ($kind) {
            'null' => $value === null,
            'boolean' => is_bool($value),
            'number' => is_int($value) || (is_float($value) && is_finite($value)),
            // 12.0 and 1e2 are integers, too.
            'integer' => is_int($value) || (is_float($value) && is_finite($value) && floor($value) === $value),
            'string', 'enum' => is_string($value),
            'list' => is_array($value),
            'object' => $value instanceof stdClass,
        };
    }

    private function kind(array $kind, mixed $value): array
    {
        return match ($kind['kind']) {
            'null', 'boolean' => [],
            'number' => $this->excess($kind, $value),
            'integer' => [...(abs($value) > self::SAFE ? [new Fault('unsafe')] : []), ...$this->excess($kind, $value)],
            'string' => $this->text($kind, $value),
            'enum' => $this->enum($kind, $value),
            'list' => $this->items($kind, $value),
            'object' => $this->object($this->rules->object($kind['name']), $value),
        };
    }

    private function text(array $kind, string $text): array
    {
        $faults = count($kind) > 1 ? $this->excess($kind, Text::length($text)) : [];
        $formats = $kind['formats'] ?? [];
        foreach ($formats as $format) {
            if (Formats::fits($format, $text)) {
                return $faults;
            }
        }
        return $formats === [] ? $faults : [...$faults, new Fault('format', expected: Text::either($formats))];
    }

    private function excess(array $limits, int|float $size): array
    {
        $faults = [];
        foreach ($limits as $bound => $limit) {
            $side = substr($bound, 0, 3);
            if (($side === 'min' && $size < $limit) || ($side === 'max' && $size > $limit)) {
                $faults[] = new Fault($bound, expected: Text::json($limit));
            }
        }
        return $faults;
    }

    private function enum(array $kind, string $value): array
    {
        if (!in_array($value, $kind['values'], true)) {
            $quoted = implode(', ', array_map(Text::json(...), $kind['values']));
            $expected = count($kind['values']) > 1 ? "one of $quoted" : $quoted;
            return [new Fault('value', $value, $expected, forbidden: $kind['forbidden'][$value] ?? null)];
        }
        $spans = $kind['exists'][$value] ?? null;
        return $spans !== null && $this->isOutside($spans) ? [new Fault('value not there', $value, spans: $spans)] : [];
    }

    private function items(array $kind, array $list): array
    {
        $faults = $this->excess($kind, count($list));
        foreach ($kind['items'] === 'any' ? [] : $list as $index => $item) {
            // A stranger's body is not checked beyond its first fault.
            if ($faults !== [] && $this->isRequest) {
                break;
            }
            array_push($faults, ...Fault::at("/$index", $this->type($kind['items'], $item)));
        }
        return $faults;
    }

    private function mayBeWithin(array $spans): bool
    {
        return $this->version === null || Release::isWithin($this->version, $spans);
    }

    private function isOutside(array $spans): bool
    {
        return !$this->any && ($this->version === null || !Release::isWithin($this->version, $spans));
    }

    private function noteOn(stdClass $object): Note
    {
        return $this->notes[spl_object_id($object)] ??= new Note();
    }

    /** If an object is absent, its properties may stand in the parent: checks them, and notes that they belong in it. */
    private function takeIn(Layer $layer, stdClass $sent, array $own): array
    {
        if (!$this->isElsewhere($layer, $own) || !$this->holdsAny($own, $layer->innerNames)) {
            return [];
        }
        $taken = array_intersect_key($own, array_flip($layer->innerNames));
        $isNull = $layer->isNullable && array_filter($taken, is_null(...)) === $taken;
        $faults = $isNull ? [] : $this->object($this->rules->object($layer->inner), $sent);
        $isLenient = isset($layer->properties[$layer->inlined]['lenient']);
        $fault = $isLenient ? $faults[0] ?? null : null;
        $this->noteOn($sent)->taken = new Taken($layer->inlined, $layer->innerNames, $isNull, $fault);
        return $isLenient ? [] : $faults;
    }

    /** True if the object itself is absent. */
    private function isElsewhere(Layer $layer, array $own): bool
    {
        foreach ($layer->properties[$layer->inlined]['names'] as $name) {
            if (isset($own[$name]) || (array_key_exists($name, $own) && $layer->isNullable)) {
                return false;
            }
        }
        return true;
    }

    /** @param list<string> $names */
    private function holdsAny(array $own, array $names): bool
    {
        foreach ($names as $name) {
            if (array_key_exists($name, $own)) {
                return true;
            }
        }
        return false;
    }
}
