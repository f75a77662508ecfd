<?php

// The answers of handlers in exchange.php.

declare(strict_types=1);

use Mplus\Protocol\Json;

/** @param array{json?: string, arrays?: bool, throws?: string, odd?: string}|null $answer */
function answerWith(?array $answer): mixed
{
    return match (true) {
        $answer === null => null,
        isset($answer['throws']) => throw new RuntimeException($answer['throws']),
        isset($answer['odd']) => oddAnswer($answer['odd']),
        isset($answer['arrays']) => json_decode($answer['json'], true, 3000, JSON_THROW_ON_ERROR),
        // Reads halves of characters.
        default => Json::decode($answer['json']),
    };
}

enum Suit: string
{
    case Hearts = 'hearts';
}

enum Bare
{
    case One;
}

final class Plain
{
    public string $message = 'x';
}

/** Answers that only PHP can give, or that JSON cannot say. */
function oddAnswer(string $name): mixed
{
    $message = static fn (mixed $value): array => ['message' => [['message' => $value]]];
    $number = static fn (mixed $value): array => ['scanCode' => ['recognized' => true, 'relationNumber' => $value]];
    $circle = ['message' => []];
    $circle['message'][0] = &$circle;
    $object = new stdClass();
    $object->message = [$object];
    return match ($name) {
        'true' => true,
        'false' => false,
        'zero' => 0,
        'text zero' => '0',
        'empty text' => '',
        'empty array' => [],
        'empty object' => new stdClass(),
        'list' => [1],
        'NaN' => $number(NAN),
        'Infinity' => $number(INF),
        '-Infinity' => $number(-INF),
        'a sum of floats' => $number(0.1 + 0.2),
        'an integer as a float' => $number(12.0),
        'minus zero' => $number(-0.0),
        'the largest safe integer' => $number(2 ** 53 - 1),
        'an unsafe integer' => $number(2 ** 53),
        'the largest integer' => $number(PHP_INT_MAX),
        'a text number' => $number('12'),
        'a bool as a number' => $number(true),
        'invalid UTF-8' => $message("caf\xe9"),
        'half a character' => $message("\xed\xa0\x80"),
        'an invalid name' => ["m\xe9" => 1],
        'a name that begins with a null' => ["\0x" => 1],
        'an invalid name inside' => ['message' => [["m\xe9" => 'x']]],
        'a date' => $message(new DateTimeImmutable('2026-01-01T00:00:00Z')),
        'a closure' => $message(static fn (): string => 'x'),
        'a generator' => ['message' => (static fn (): Generator => yield ['message' => 'x'])()],
        'an ArrayObject' => ['message' => new ArrayObject([['message' => 'x']])],
        'a Stringable' => $message(new class {
            public function __toString(): string
            {
                return 'x';
            }
        }),
        'a backed enum' => $message(Suit::Hearts),
        'a bare enum' => $message(Bare::One),
        'an object of a class' => ['message' => [new Plain()]],
        'a resource' => $message(fopen('php://memory', 'r')),
        'an array in a circle' => $circle,
        'an object in a circle' => $object,
        'a JsonSerializable' => ['message' => new class implements JsonSerializable {
            public function jsonSerialize(): array
            {
                return [['message' => 'x']];
            }
        }],
        'a JsonSerializable that throws' => new class implements JsonSerializable {
            public function jsonSerialize(): never
            {
                throw new RuntimeException('unreadable');
            }
        },
        'a JsonSerializable that returns itself' => new class implements JsonSerializable {
            public function jsonSerialize(): static
            {
                return $this;
            }
        },
        'an empty array for an object' => ['scanCode' => []],
        'an empty object for a list' => ['message' => new stdClass()],
        'a map for a list' => ['message' => ['a' => ['message' => 'x']]],
        'a list with a gap' => ['message' => [1 => ['message' => 'x']]],
        'a numeric name' => ['0' => 'x', 'message' => [['message' => 'x']]],
        'two million values' => ['message' => array_fill(0, 2_000_000, 1)],
        'shared parts without end' => array_reduce(
            range(1, 40),
            static fn (array $part): array => ['message' => [$part, $part]],
            [],
        ),
        'an error of PHP' => intdiv(1, (int) $name),
        'a type error' => (static fn (int $number): int => $number)($name),
        'a long exception' => throw new RuntimeException(str_repeat('é', 2000)),
    };
}
