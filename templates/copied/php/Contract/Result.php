<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** The result of a check: the value as it is read, or its problems. */
final readonly class Result
{
    /**
     * @param list<Problem> $problems at least one if the value is invalid; at most a hundred
     * @param list<Problem> $omitted the parts of an answer that the shop does not accept
     * @param list<Problem> $leftOut the parts that were left out of a request: what does not fit, then nulls
     * @param array{misfits: int, nulls: int}|null $moreLeftOut numbers of further parts; null if there are none
     */
    public function __construct(
        public mixed $value,
        public array $problems = [],
        public array $omitted = [],
        public array $leftOut = [],
        public ?array $moreLeftOut = null,
    ) {
    }

    public function isValid(): bool
    {
        return $this->problems === [];
    }
}
