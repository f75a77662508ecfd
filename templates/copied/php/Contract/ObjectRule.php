<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** An object of the table, with what it has from its base. */
final readonly class ObjectRule
{
    /**
     * @param list<Layer> $layers the properties of the base, then those of the object
     * @param array<string, array> $properties rows by all names; those outside the fleet, too
     * @param array<string, true> $known the names that an answer may have
     * @param array<string, array{reason: string, addedIn?: string}> $forbidden why it may not have a name that is not known
     */
    public function __construct(
        public string $name,
        public bool $isOpen,
        public array $layers,
        public array $properties,
        public array $known,
        public array $forbidden,
    ) {
    }
}
