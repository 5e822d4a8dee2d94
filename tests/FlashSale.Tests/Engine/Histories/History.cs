using FlashSale.Engine;

namespace FlashSale.Tests.Engine;

/// <summary>
/// A sequence of commands with the moments at which they are given: a value that any host can play.
/// </summary>
internal sealed record History(IReadOnlyList<Step> Steps)
{
    /// <summary>When a history begins.</summary>
    public static DateTimeOffset Beginning => Fixtures.Noon;

    /// <summary>Plays some of the steps on a market, each so many times in a row.</summary>
    /// <returns>The answers to the commands, in their order.</returns>
    public IReadOnlyList<object> PlayOn(Market market, Range? steps = null, int times = 1)
    {
        var (from, count) = (steps ?? Range.All).GetOffsetAndLength(Steps.Count);
        var answers = new List<object>();
        market.AdvanceTo(MomentOf(from));
        for (var at = from; at < from + count; at++)
        {
            if (Steps[at].Wait != TimeSpan.Zero)
            {
                market.AdvanceTo(MomentOf(at) + Steps[at].Wait);
                continue;
            }

            for (var time = 0; time < times; time++)
            {
                answers.Add(Steps[at].OnMarket(market));
            }
        }

        return answers;
    }

    /// <summary>Plays all steps through the port of a host whose clock can be set.</summary>
    /// <returns>The answers to the commands, in their order.</returns>
    public async Task<IReadOnlyList<object>> PlayOn(IMarketplace port, Func<DateTimeOffset, Task> setClock)
    {
        var answers = new List<object>();
        await setClock(Beginning);
        for (var at = 0; at < Steps.Count; at++)
        {
            if (Steps[at].Wait > TimeSpan.Zero)
            {
                await setClock(MomentOf(at) + Steps[at].Wait);
            }
            else if (Steps[at].Wait == TimeSpan.Zero)
            {
                answers.Add(await Steps[at].OnPort(port));
            }
        }

        return answers;
    }

    /// <summary>The commands without the times between them.</summary>
    public IEnumerable<Step> Commands => Steps.Where(step => step.Wait == TimeSpan.Zero);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Steps);

    // Negative waits are clocks that went wrong: they do not change the time.
    private DateTimeOffset MomentOf(int at) => Beginning + Steps.Take(at)
        .Where(step => step.Wait > TimeSpan.Zero)
        .Aggregate(TimeSpan.Zero, (sum, step) => sum + step.Wait);
}
