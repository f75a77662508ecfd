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

// Mplus.php loads this file, and Composer may load it once more.
if (!trait_exists(Json::class, false)) {
    /** A body is none of its kind. The message names the property: "scanCode.scannedCode: expected string, got int". */
    final class InvalidBody extends UnexpectedValueException
    {
    }

    /** What the items of a list are. */
    #[Attribute]
    final class ListOf
    {
        public function __construct(public string $type) {}
    }

    /** Nobody documents what is in it: a value that does not fit is null, and costs nobody the whole request. */
    #[Attribute]
    final class Undocumented {}

    /** A property whose own properties may stand beside it, under these names. */
    #[Attribute]
    final class Inlined
    {
        public function __construct(public array $names, public bool $nullable = false) {}
    }

    /** The JSON of a class whose constructor has all of its properties. */
    trait Json
    {
        /** Makes it of an object that json_decode gave. */
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

        /** What json_encode writes: without what is null because it was left out. */
        public function jsonSerialize(): stdClass
        {
            $json = new stdClass();
            foreach (listParameters(self::class) as $name => $parameter) {
                $value = $this->{$parameter->name};
                if ($value !== null || !$parameter->isOptional()) {
                    // With a gap in its keys a list would be an object in JSON.
                    $json->$name = is_array($value) ? array_values($value) : $value;
                }
            }
            return $json;
        }
    }

    /** The parameters of a constructor, by their names in JSON: `$this_` holds what is called `this` there. */
    function listParameters(string $class): array
    {
        static $known = [];
        $parameters = isset($known[$class]) ? [] : (new ReflectionClass($class))->getConstructor()->getParameters();
        foreach ($parameters as $each) {
            $known[$class][rtrim($each->name, '_')] = $each;
        }
        return $known[$class] ?? [];
    }

    /** Where a property is absent, takes what stands in its place into it: some sources show it so. */
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

    /** A value that is one of these types. */
    function readValue(mixed $value, array $types, string $path): mixed
    {
        $type = $types === [] ? 'mixed' : reset($types);
        return match (true) {
            $type === 'mixed', in_array(get_debug_type($value), $types, true) => json_encode($value) === false
                // json_decode makes INF of 1e400, and JSON cannot hold that.
                ? throw mismatch($path, 'finite number', $value) : $value,
            $type === 'float' && is_int($value) => (float) $value,
            // A whole number may come as 12.0.
            $type === 'int' && is_float($value) && floor($value) === $value && abs($value) < 2 ** 63 => (int) $value,
            is_subclass_of($type, BackedEnum::class) => (is_string($value) ? $type::tryFrom($value) : null)
                ?? throw mismatch($path, implode(' or ', array_column($type::cases(), 'value')), $value),
            class_exists($type) && $type !== stdClass::class => $type::from($value, $path),
            default => throw mismatch($path, implode(' or ', $types), $value),
        };
    }

    /** It repeats no value: what is in a body is for nobody's log. */
    function mismatch(string $path, string $expected, mixed $value): InvalidBody
    {
        $at = $path === '' ? 'the body' : $path;
        return new InvalidBody("$at: expected $expected, got " . get_debug_type($value));
    }
}
