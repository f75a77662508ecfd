<?php

declare(strict_types=1);

namespace Mplus\Protocol;

use BackedEnum;
use Error;
use ReflectionClass;
use ReflectionParameter;
use stdClass;

/** Reads and writes the JSON of a class whose constructor has all of its properties. The JSON has been checked before. */
trait Model
{
    public static function from(stdClass $json): self
    {
        $values = [];
        foreach (self::parameters() as $name => [$types, $itemType]) {
            $value = $json->$name ?? null;
            $values[] = match (true) {
                $value === null => null,
                is_array($value) && $itemType !== null =>
                    array_map(static fn (mixed $item): mixed => self::read($item, [$itemType]), $value),
                default => self::read($value, $types),
            };
        }
        return new self(...$values);
    }

    /** Returns the data for json_encode, without optional nulls. */
    public function jsonSerialize(): stdClass
    {
        $json = new stdClass();
        foreach (self::parameters() as $name => [, , $isOptional, $property]) {
            $value = $this->$property ?? null;
            if ($value !== null || !$isOptional) {
                // A list with a gap in its keys would become an object in JSON.
                $json->$name = is_array($value) ? array_values($value) : $value;
            }
        }
        return $json;
    }

    /** By itself, PHP would only warn of a misspelt property, and leave it out of an answer. */
    public function __get(string $name): never
    {
        self::refuse($name);
    }

    public function __set(string $name, mixed $value): void
    {
        // It may have been unset.
        property_exists($this, $name) || self::refuse($name);
        $this->$name = $value;
    }

    /** PHP asks this first for `$model->name ?? null`. */
    public function __isset(string $name): bool
    {
        return false;
    }

    private static function refuse(string $name): never
    {
        ['file' => $file, 'line' => $line] = debug_backtrace(DEBUG_BACKTRACE_IGNORE_ARGS, 2)[1];
        throw new Error('Undefined property: ' . self::class . "::\$$name, used in $file on line $line");
    }

    /** @param list<string> $types */
    private static function read(mixed $value, array $types): mixed
    {
        foreach ($types as $type) {
            if ($value instanceof stdClass && method_exists($type, 'from')) {
                return $type::from($value);
            }
            if (is_string($value) && is_subclass_of($type, BackedEnum::class)) {
                return $type::from($value);
            }
        }
        // An integer may be sent as 12.0, and a number as 12.
        return match (true) {
            is_float($value) && in_array('int', $types, true) && !in_array('float', $types, true) => (int) $value,
            is_int($value) && in_array('float', $types, true) && !in_array('int', $types, true) => (float) $value,
            default => $value,
        };
    }

    /** Types, item type, whether optional, and property, by JSON name, which is `this` for `$this_`. */
    private static function parameters(): array
    {
        static $known = [];
        if ($known === []) {
            foreach ((new ReflectionClass(self::class))->getConstructor()?->getParameters() ?? [] as $parameter) {
                $known[rtrim($parameter->name, '_')] = self::describe($parameter);
            }
        }
        return $known;
    }

    private static function describe(ReflectionParameter $parameter): array
    {
        $types = explode('|', ltrim((string) $parameter->getType(), '?'));
        $itemType = ($parameter->getAttributes(ListOf::class)[0] ?? null)?->getArguments()[0] ?? null;
        return [$types, $itemType, $parameter->isOptional(), $parameter->name];
    }
}
