<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** The properties of an object that are read as those of an inner object. */
final readonly class Taken
{
    /**
     * @param list<string> $names
     * @param ?Fault $fault set if all the properties are left out
     */
    public function __construct(
        public string $into,
        public array $names,
        public bool $isNull,
        public ?Fault $fault,
    ) {
    }
}
