<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** The table as the checks read it. An object is read when it is first needed: PHP starts anew with each request. */
final class Rules
{
    private const SIMPLE = ['null', 'boolean', 'number', 'integer', 'string'];

    /** @var array<string, ObjectRule> */
    private array $objects = [];

    /** @param array $table docs/contract-table.md describes its form */
    public function __construct(public readonly array $table)
    {
    }

    public function event(string $name): ?array
    {
        return $this->table['events'][$name] ?? null;
    }

    /** The object of an event's request; without an event, what all requests share. */
    public function request(string $event): ObjectRule
    {
        return $this->object($this->event($event)['request'] ?? $this->table['commonRequest']);
    }

    public function object(string $name): ObjectRule
    {
        return $this->objects[$name] ??= $this->read($name, $this->table['objects'][$name]);
    }

    /** The kinds of a type, each with its row; null if anything fits. @return ?list<array{kind: string}> */
    public function kinds(string|array $type): ?array
    {
        if ($type === 'any') {
            return null;
        }
        return array_map($this->kind(...), is_array($type) && array_is_list($type) ? $type : [$type]);
    }

    /** The object in a property, also as an item of a list. */
    public function holds(array $row): ?ObjectRule
    {
        $name = array_key_exists('holds', $row) ? $row['holds'] : $this->findObject($row['type'] ?? 'any');
        return $name === null ? null : $this->object($name);
    }

    private function findObject(string|array $type): ?string
    {
        $kinds = array_column($this->kinds($type) ?? [], null, 'kind');
        return $kinds['object']['name'] ?? (isset($kinds['list']) ? $this->findObject($kinds['list']['items']) : null);
    }

    private function kind(string|array $row): array
    {
        if (is_array($row)) {
            return $row + ['kind' => $row['type'] ?? (isset($row['values']) ? 'enum' : 'list')];
        }
        if (in_array($row, self::SIMPLE, true)) {
            return ['kind' => $row];
        }
        $enum = $this->table['enums'][$row] ?? null;
        return $enum === null ? ['kind' => 'object', 'name' => $row] : ['kind' => 'enum'] + $enum;
    }

    private function read(string $name, array $row): ObjectRule
    {
        $base = isset($row['base']) ? $this->object($row['base']) : null;
        [$isOpen, $forbidden] = [$row['open'] ?? false, $row['forbidden'] ?? []];
        [$layer, $named, $known] = [[], [], array_diff_key($base->known ?? [], $forbidden)];
        foreach ($row['properties'] as $property => $given) {
            $rule = is_string($given) ? ['type' => $given] : $given;
            $rule['names'] = [$property, ...$rule['spellings'] ?? []];
            $named += array_fill_keys($rule['names'], ['name' => $property] + $rule);
            // Without a type, no shop of the fleet has it.
            if (isset($rule['type'])) {
                $layer[$property] = $rule;
                $known += array_fill_keys($rule['names'], true);
            }
        }
        return new ObjectRule(
            $name,
            $isOpen,
            [...$base->layers ?? [], $isOpen ? new Layer($layer) : $this->readLayer($layer)],
            $named + ($base->properties ?? []),
            $known,
            $forbidden + ($base->forbidden ?? []),
        );
    }

    /** An object's own properties take precedence over those of the inner object. */
    private function readLayer(array $properties): Layer
    {
        foreach (array_filter($properties, static fn (array $row): bool => isset($row['inlined'])) as $name => $row) {
            $kinds = array_column($this->kinds($row['type']) ?? [], null, 'kind');
            $own = array_merge(...array_column($properties, 'names'));
            $names = [];
            foreach ($this->table['objects'][$kinds['object']['name'] ?? '']['properties'] ?? [] as $inner => $given) {
                $isThere = is_string($given) || isset($given['type']);
                array_push($names, ...($isThere ? [$inner, ...$given['spellings'] ?? []] : []));
            }
            $names = array_values(array_diff($names, $own));
            if ($names !== []) {
                return new Layer($properties, $name, $kinds['object']['name'], $names, isset($kinds['null']));
            }
        }
        return new Layer($properties);
    }
}
