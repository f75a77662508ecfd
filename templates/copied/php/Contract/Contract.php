<?php

declare(strict_types=1);

namespace Mplus\Contract;

use InvalidArgumentException;
use OutOfRangeException;

/** The checks of requests and answers. Values are those of `json_decode` without associative arrays. */
final readonly class Contract
{
    private const MOST = 100;

    public Rules $rules;

    /** @param array $table docs/contract-table.md describes its form */
    public function __construct(array $table)
    {
        $this->rules = new Rules($table);
    }

    /** Reports the first problem. Unknown properties are accepted and kept. */
    public function checkRequest(string $event, mixed $body): Result
    {
        return $this->rules->event($event) === null ? self::unknown($event)
            : $this->readRequest($this->rules->request($event), $body);
    }

    /** Checks the POS's report that it rejected an answer. */
    public function checkErrorRequest(mixed $body): Result
    {
        return $this->readRequest($this->rules->object($this->rules->table['errorRequest']), $body);
    }

    /**
     * Checks an answer for one shop; without a version, for every shop of the fleet.
     *
     * @param string $unsupported what to do about a part that this shop does not accept: `reject` or `omit`
     *
     * @throws OutOfRangeException if the shop's release is outside the fleet
     */
    public function checkAnswer(
        string $event,
        mixed $body,
        ?string $version = null,
        string $unsupported = 'reject',
    ): Result {
        $row = $this->rules->event($event);
        if ($row === null) {
            return self::unknown($event);
        }
        if (!in_array($unsupported, ['reject', 'omit'], true)) {
            $given = Text::json($unsupported);
            throw new InvalidArgumentException("`unsupported` must be \"reject\" or \"omit\", not $given");
        }
        if ($version !== null && Release::parse($version) === null) {
            $message = Text::json($version) . ' is not a release of the POS.';
            return new Result(null, [new Problem('', 'unknown-version', $message)]);
        }
        $release = $this->toRelease($version);
        $wording = new Wording($version, $this->rules->table['fleet']['spans']);
        if (isset($row['exists']) && $release !== null && !Release::isWithin($release, $row['exists'])) {
            return self::invalid([new Fault('event not there', $event, spans: $row['exists'])], $wording);
        }
        $answer = $this->rules->object($row['answer']);
        $faults = (new Check($this->rules, false, $release))->object($answer, $body);
        if ($faults === [] || $unsupported === 'reject') {
            return $faults === [] ? new Result($body) : self::invalid($faults, $wording);
        }
        $always = (new Check($this->rules, false, any: true))->object($answer, $body);
        return $always !== [] ? self::invalid($always, new Wording()) : Omission::of($body, fn (mixed $value): array =>
            array_map($wording->problem(...), (new Check($this->rules, false, $release))->object($answer, $value)));
    }

    /**
     * Reads the release of a shop.
     *
     * @throws OutOfRangeException if it is invalid or outside the fleet
     */
    public function toRelease(?string $version): ?int
    {
        ['label' => $label, 'spans' => $spans] = $this->rules->table['fleet'];
        $release = $version === null ? null : Release::parse($version) ?? -1;
        if ($release === null || Release::isWithin($release, $spans)) {
            return $release;
        }
        $text = Text::json($version);
        throw new OutOfRangeException(
            "the version $text is outside the releases that this code was generated for ($label)",
        );
    }

    private function readRequest(ObjectRule $request, mixed $body): Result
    {
        $check = new Check($this->rules, true);
        $faults = $check->object($request, $body);
        return $faults === [] ? Reading::of($body, $check->notes) : self::invalid([$faults[0]], new Wording());
    }

    /** @param list<Fault> $faults */
    private static function invalid(array $faults, Wording $wording): Result
    {
        return new Result(null, array_map($wording->problem(...), array_slice($faults, 0, self::MOST)));
    }

    private static function unknown(string $event): Result
    {
        return new Result(null, [new Problem('', 'unknown-event', 'There is no event ' . Text::json($event) . '.')]);
    }
}
