using System.Collections.Concurrent;

namespace FlashSale.Drill;

/// <summary>Looks every acknowledged order up, asks for some again, and audits the market.</summary>
internal sealed class Verification(IMarketplace market, Records records)
{
    private const int AtATime = 64;
    private const int ProblemsMax = 20;
    private const int AskAgainEvery = 50; // one checkout in so many is sent again as it was

    private readonly ConcurrentBag<string> _problems = [];
    private long _orders;

    /// <summary>Writes the verdict.</summary>
    /// <param name="readyAfterMs">How long the first silo took after all had been killed.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> Run(int readyAfterMs)
    {
        var acknowledged = records.Read();
        await Parallel.ForEachAsync(
            acknowledged, new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (one, _) => await Check(one));
        var audit = await market.Audit();
        var isSound = _problems.IsEmpty && audit.Passed;
        records.Write(new Verdict(
            isSound, _orders, readyAfterMs, [.. _problems.Order().Take(ProblemsMax)], audit.Checks));
        foreach (var problem in _problems.Order().Take(ProblemsMax))
        {
            Console.WriteLine($"WRONG {problem}");
        }

        foreach (var check in audit.Checks)
        {
            Console.WriteLine($"{(check.Passed ? "ok   " : "WRONG")} {check.Name}: {check.Detail}");
        }

        Console.WriteLine(
            $"{(isSound ? "PASSED" : "FAILED")}: {_orders} orders of {acknowledged.Count} acknowledged "
                + $"checkouts looked up, {_problems.Count} wrong; "
                + $"the audit {(audit.Passed ? "passed" : "failed")}");
        return isSound ? 0 : 1;
    }

    private async Task Check(Acknowledged one)
    {
        var (total, paid) = (Money.Zero, Money.Zero);
        for (var part = 0; part < one.Orders; part++)
        {
            Interlocked.Increment(ref _orders);
            if (await market.FindOrder(one.Id.Order(part)) is not { } order)
            {
                _problems.Add($"{one.Id.Order(part)} was acknowledged and does not exist");
                return;
            }

            (total, paid) = (total + order.Total, paid + order.Escrow.Paid);
        }

        Expect(total == one.Total, $"{one.Id} was placed for {one.Total} and costs {total}");
        Expect(
            paid == one.Paid || one.Paid == Money.Zero,
            $"{one.Id} was acknowledged as paid with {one.Paid} and has {paid}");
        if (one.Id.Number % AskAgainEvery == 0)
        {
            var again = await market.Checkout(one.Id, Goods.Wanted(one.Id));
            Expect(
                again.Result == CheckoutResult.Placed && again.Total == one.Total,
                $"{one.Id} sent again gave {again.Result} for {again.Total}, before {one.Total}");
        }
    }

    private void Expect(bool holds, string problem)
    {
        if (!holds)
        {
            _problems.Add(problem);
        }
    }
}
