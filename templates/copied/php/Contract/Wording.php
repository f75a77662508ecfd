<?php

declare(strict_types=1);

namespace Mplus\Contract;

/** Puts faults into words, for one shop. */
final readonly class Wording
{
    public const KINDS = [
        'null' => 'null', 'boolean' => 'a boolean', 'number' => 'a number', 'integer' => 'an integer',
        'string' => 'a string', 'enum' => 'a string', 'list' => 'an array', 'object' => 'an object',
    ];

    /** Code and message by kind of fault; `%` is the expected value. */
    private const SENTENCES = [
        'type' => ['wrong-type', 'must be %'],
        'unsafe' => ['unsafe-integer', 'is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly'],
        'value' => ['unknown-value', 'must be %'],
        'format' => ['wrong-format', 'is not a valid %'],
        'nothing fits' => ['nothing-fits', 'must be left out: no value fits there'],
        'minimum' => ['out-of-bounds', 'must be at least %'],
        'maximum' => ['out-of-bounds', 'must be at most %'],
        'minLength' => ['out-of-bounds', 'must have a length of at least %'],
        'maxLength' => ['out-of-bounds', 'must have a length of at most %'],
        'minItems' => ['out-of-bounds', 'must have at least % item(s)'],
        'maxItems' => ['too-many-items', 'must have at most % item(s)'],
    ];

    /**
     * @param ?string $release the shop's release as the user wrote it; null if it is not known
     * @param list<array{?string, ?string}> $fleet the releases that this code was generated for
     */
    public function __construct(private ?string $release = null, private array $fleet = [])
    {
    }

    public function problem(Fault $fault): Problem
    {
        if (isset(self::SENTENCES[$fault->kind])) {
            return $this->misfit($fault);
        }
        $path = Text::pointer($fault->path, $fault->name);
        if ($fault->kind === 'missing') {
            $holder = $fault->path === '' ? '' : ' in ' . self::name($fault->path);
            return new Problem($path, 'missing-property', "\"$fault->name\" is missing$holder.");
        }
        return $fault->kind === 'unknown property' ? $this->unknown($fault, $path) : $this->timed($fault, $path);
    }

    public static function name(string $path): string
    {
        return $path === '' ? 'The body' : '"' . strtr(substr($path, 1), '/', '.') . '"';
    }

    private function misfit(Fault $fault): Problem
    {
        [$code, $text] = self::SENTENCES[$fault->kind];
        $message = self::name($fault->path) . ' ' . str_replace('%', $fault->expected, $text);
        $added = null;
        if ($fault->forbidden !== null) {
            $added = $fault->forbidden['addedIn'] ?? null;
            $why = Text::json($fault->name) . " cannot be sent here ({$fault->forbidden['reason']})";
            [$code, $message] = ['forbidden-value', "$why: $message"];
        }
        // The value may fit another release's shape.
        $edges = array_filter(array_merge(...$fault->era ?? []), is_string(...));
        if ($fault->era !== null) {
            $changes = array_map(fn (string $edge): string => $this->when(Release::start($edge)), $edges);
            $message .= '; its shape changed ' . implode(' and ', $changes) . ', and ' . $this->runs();
        }
        return new Problem($fault->path, $code, "$message.", $added);
    }

    private function unknown(Fault $fault, string $path): Problem
    {
        $name = $fault->name;
        $forbidden = $fault->object?->forbidden[$name] ?? null;
        if ($forbidden !== null) {
            $message = "\"$name\" cannot be sent here ({$forbidden['reason']}).";
            return new Problem($path, 'forbidden-property', $message, $forbidden['addedIn'] ?? null);
        }
        $meant = Text::suggest($name, array_map(strval(...), array_keys($fault->object?->known ?? [])));
        $hint = $meant === null ? '' : " Did you mean \"$meant\"?";
        return new Problem($path, 'unknown-property', "There is no property \"$name\" here.$hint");
    }

    /** Describes a part that the shop's release lacks or requires. */
    private function timed(Fault $fault, string $path): Problem
    {
        $runs = $this->runs();
        if ($fault->kind === 'required there') {
            $message = "\"$fault->name\" is missing, and $runs, which requires it.";
            return new Problem($path, 'missing-property', $message);
        }
        $code = 'unsupported-' . str_replace(' not there', '', $fault->kind);
        $what = $fault->kind === 'event not there' ? "The event `$fault->name`" : "`$fault->name`";
        $shop = $this->release === null ? -1 : Release::parse($this->release);
        foreach ($fault->spans as [$from]) {
            $came = Release::start($from);
            if ($came > $shop) {
                $message = "$what was added {$this->when($came)}; $runs.";
                return new Problem($fault->path, $code, $message, Release::format($came));
            }
        }
        $ends = array_filter(array_column($fault->spans, 1), is_string(...));
        $gone = $this->when(Release::start(array_pop($ends) ?? '0'));
        return new Problem($fault->path, $code, "$what was removed $gone; $runs.");
    }

    /** `in v59`; after a gap in the fleet `by v59`, because the change may have come with a release in the gap. */
    private function when(int $release): string
    {
        $starts = array_map(static fn (array $span): int => Release::start($span[0]), array_slice($this->fleet, 1));
        return (in_array($release, $starts, true) ? 'by v' : 'in v') . Release::format($release);
    }

    private function runs(): string
    {
        return $this->release === null ? "the shop's release is not known"
            : 'this shop runs v' . preg_replace('/^v/', '', $this->release);
    }
}
