<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** The properties that an object adds to those of its base. */
final readonly class Layer
{
    /**
     * @param array<string, array> $properties rows by name, with all their `names`
     * @param ?string $inlined the property whose object's properties may stand in the parent
     * @param string $inner that object
     * @param list<string> $innerNames the properties that may stand in the parent
     * @param bool $isNullable true if null is a value; otherwise it counts as absent, even if the property is required
     */
    public function __construct(
        public array $properties,
        public ?string $inlined = null,
        public string $inner = '',
        public array $innerNames = [],
        public bool $isNullable = false,
    ) {
    }
}
