<?php

// Reads and writes the classes of Mplus.php as JSON.

declare(strict_types=1);

namespace Mplus;

use Attribute;
use BackedEnum;
use ReflectionClass;
use ReflectionParameter;
use stdClass;
use UnexpectedValueException;

// Mplus.php loads this file, and Composer may load it again.
if (!trait_exists(Json::class, false)) {
    /** A body does not match its class. The message names the property: "scanCode.scannedCode: expected string, got int". */
    final class InvalidBody extends UnexpectedValueException
    {
    }

    /** Type of a list's items. */
    #[Attribute]
    final class ListOf
    {
        public function __construct(public string $type) {}
    }

    /**
     * Marks undocumented contents: a value that does not fit becomes null instead of invalidating the whole request.
     */
    #[Attribute]
    final class Undocumented {}

    /** Marks an object whose properties may also be sent directly in its parent, under these names. */
    #[Attribute]
    final class Inlined
    {
        public function __construct(public array $names, public bool $nullable = false) {}
    }

    /** Reads and writes the JSON of a class whose constructor has all of its properties. */
    trait Json
    {
        /** Creates an instance from an object of json_decode. */
        public static function from(mixed $json, string $path = ''): self
        {
            if (!$json instanceof stdClass) {
                throw mismatch($path, 'object', $json);
            }
            $values = [];
            $json = takeIn($json, listParameters(self::class));
            foreach (listParameters(self::class) as $name => $parameter) {
                $at = $path === '' ? $name : "$path.$name";
                if (!property_exists($json, $name) && !$parameter->isOptional()) {
                    $type = str_replace('Mplus\\', '', (string) $parameter->getType());
                    throw new InvalidBody("$at: expected $type, got nothing");
                }
                try {
                    $values[] = readParameter($json->$name ?? null, $parameter, $at);
                } catch (InvalidBody $fault) {
                    $values[] = $parameter->getAttributes(Undocumented::class) === [] ? throw $fault : null;
                }
            }
            return new self(...$values);
        }

        /** Returns the data for json_encode, without optional nulls. */
        public function jsonSerialize(): stdClass
        {
            $json = new stdClass();
            foreach (listParameters(self::class) as $name => $parameter) {
                $value = $this->{$parameter->name};
                if ($value !== null || !$parameter->isOptional()) {
                    // A list with a gap in its keys would become an object in JSON.
                    $json->$name = is_array($value) ? array_values($value) : $value;
                }
            }
            return $json;
        }
    }

    /** Lists a constructor's parameters by JSON name, which is `this` for `$this_`. */
    function listParameters(string $class): array
    {
        static $known = [];
        $parameters = isset($known[$class]) ? [] : (new ReflectionClass($class))->getConstructor()->getParameters();
        foreach ($parameters as $each) {
            $known[$class][rtrim($each->name, '_')] = $each;
        }
        return $known[$class] ?? [];
    }

    /**
     * If an inlined object is absent, creates it from the parent's properties, where some sources show its contents.
     */
    function takeIn(stdClass $json, array $parameters): stdClass
    {
        foreach ($parameters as $name => $parameter) {
            $inlined = ($parameter->getAttributes(Inlined::class)[0] ?? null)?->newInstance();
            $taken = array_intersect_key(get_object_vars($json), array_flip($inlined->names ?? []));
            // A null counts as absent, unless the property may be null.
            if ($taken !== [] && !isset($json->$name) && !($inlined->nullable && property_exists($json, $name))) {
                $isNull = $inlined->nullable && array_filter($taken, 'is_null') === $taken;
                $json = (object) ([$name => $isNull ? null : (object) $taken] + get_object_vars($json));
            }
        }
        return $json;
    }

    function readParameter(mixed $value, ReflectionParameter $parameter, string $path): mixed
    {
        if ($value === null && $parameter->allowsNull()) {
            return null;
        }
        $types = array_diff(explode('|', ltrim((string) $parameter->getType(), '?')), ['null']);
        if (!is_array($value) || !in_array('array', $types, true)) {
            return readValue($value, $types, $path);
        }
        $item = ($parameter->getAttributes(ListOf::class)[0] ?? null)?->newInstance()->type ?? 'mixed';
        return array_map(
            static fn ($each, $index) => readValue($each, [$item], "{$path}[$index]"),
            $value,
            array_keys($value),
        );
    }

    /** Reads a value of one of these types. */
    function readValue(mixed $value, array $types, string $path): mixed
    {
        $type = $types === [] ? 'mixed' : reset($types);
        return match (true) {
            $type === 'mixed', in_array(get_debug_type($value), $types, true) => json_encode($value) === false
                // json_decode reads 1e400 as INF, which JSON cannot express.
                ? throw mismatch($path, 'finite number', $value) : $value,
            $type === 'float' && is_int($value) => (float) $value,
            // An integer may be sent as 12.0.
            $type === 'int' && is_float($value) && floor($value) === $value && abs($value) < 2 ** 63 => (int) $value,
            is_subclass_of($type, BackedEnum::class) => (is_string($value) ? $type::tryFrom($value) : null)
                ?? throw mismatch($path, implode(' or ', array_column($type::cases(), 'value')), $value),
            class_exists($type) && $type !== stdClass::class => $type::from($value, $path),
            default => throw mismatch($path, implode(' or ', $types), $value),
        };
    }

    /** Never repeats a value, because values do not belong in a log. */
    function mismatch(string $path, string $expected, mixed $value): InvalidBody
    {
        $at = $path === '' ? 'the body' : $path;
        return new InvalidBody("$at: expected $expected, got " . get_debug_type($value));
    }
}
