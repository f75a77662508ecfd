<?php

// php run.php CODE VECTORS: prints the cases in which the interpreter differs, a line of JSON each, then their number.

declare(strict_types=1);

use Mplus\Contract\Contract;
use Mplus\Contract\Evidence;
use Mplus\Contract\Problem;
use Mplus\Contract\Result;
use Mplus\Contract\Text;

[, $code, $vectors] = $argv;
ini_set('memory_limit', '-1');
spl_autoload_register(static function (string $class) use ($code): void {
    require $code . strtr(substr($class, strlen('Mplus')), '\\', '/') . '.php';
});

/** @param list<Problem|array> $rows */
function toRows(array $rows): array
{
    $isGiven = static fn (mixed $part): bool => $part !== null;
    return array_map(static fn (Problem|array $row): array => array_filter((array) $row, $isGiven), $rows);
}

function describeResult(Result $result, mixed $body): array
{
    if (!$result->isValid()) {
        return ['ok' => false, 'problems' => toRows($result->problems)];
    }
    return ['ok' => true]
        + (isSame($result->value, $body) ? [] : ['value' => $result->value])
        + ($result->leftOut === [] ? [] : ['leftOut' => toRows($result->leftOut)])
        + ($result->moreLeftOut === null ? [] : ['moreLeftOut' => $result->moreLeftOut])
        + ($result->omitted === [] ? [] : ['omitted' => toRows($result->omitted)]);
}

function call(Contract $contract, stdClass $case): array
{
    [$event, $body, $options] = [$case->event, $case->body, $case->options ?? new stdClass()];
    $evidence = new Evidence($contract->rules);
    try {
        return match ($case->call) {
            'validateRequest' => describeResult($contract->checkRequest($event, $body), $body),
            'validateErrorRequest' => describeResult($contract->checkErrorRequest($body), $body),
            'validateResponse' => describeResult($contract->checkAnswer(
                $event,
                $body,
                $options->version ?? null,
                $options->unsupported ?? 'reject',
            ), $body),
            'inferFromRequest' => toInferred($evidence->infer($event, $body)),
            'listUnknown' => toRows($evidence->unknown($event, $body)),
        };
    } catch (InvalidArgumentException | OutOfRangeException $fault) {
        return ['throws' => $fault->getMessage()];
    }
}

function toInferred(array $evidence): array
{
    return ($evidence === [] ? [] : ['version' => $evidence[0]['release']]) + ['evidence' => $evidence];
}

/** As JSON says it: 1.0 is 1, and the order of properties means nothing. */
function isSame(mixed $a, mixed $b): bool
{
    if (is_numeric($a) && is_numeric($b) && !is_string($a) && !is_string($b)) {
        return (float) $a === (float) $b;
    }
    if (gettype($a) !== gettype($b)) {
        return false;
    }
    if (!is_array($a) && !is_object($a)) {
        return $a === $b;
    }
    [$left, $right] = [(array) $a, (array) $b];
    if (count($left) !== count($right)) {
        return false;
    }
    foreach ($left as $name => $part) {
        if (!array_key_exists($name, $right) || !isSame($part, $right[$name])) {
            return false;
        }
    }
    return true;
}

$counts = ['cases' => 0, 'differences' => 0];
foreach (glob("$vectors/*/table.json") ?: [] as $file) {
    $contract = new Contract(json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR));
    foreach (file(dirname($file) . '/cases.ndjson') ?: [] as $line) {
        $case = json_decode($line, false, 1100, JSON_THROW_ON_ERROR);
        $got = json_decode(Text::json(call($contract, $case)), false, 1100);
        $counts['cases'] += 1;
        if (!isSame($got, $case->want)) {
            $counts['differences'] += 1;
            if ($counts['differences'] <= 20) {
                echo Text::json(['table' => basename(dirname($file)), 'got' => $got] + (array) $case), "\n";
            }
        }
    }
}
echo json_encode($counts), "\n";
exit($counts['differences'] === 0 ? 0 : 1);
