using FlashSale.Simulator;

namespace FlashSale.Tests.Simulator;

/// <summary>Plays a search to its end: every round it is asked anew, with all results so far.</summary>
internal static class Rounds
{
    private const int RoundsMax = 1_000;

    /// <summary>The answer, and all that was asked for in its order.</summary>
    public static (TAnswer Answer, List<SearchOrder> Asked) Play<TAnswer>(
        Func<MeasuredRuns, SearchStep<TAnswer>> after, Func<SearchOrder, IReadOnlyList<double>> runs)
        where TAnswer : class
    {
        var results = new Dictionary<SearchOrder, IReadOnlyList<double>>();
        var asked = new List<SearchOrder>();
        for (var round = 0; round < RoundsMax; round++)
        {
            var step = after(order => results.GetValueOrDefault(order));
            if (step.Wanted.Count == 0)
            {
                return (step.Answer, asked);
            }

            foreach (var order in step.Wanted.Where(order => !results.ContainsKey(order)))
            {
                results[order] = runs(order);
                asked.Add(order);
            }
        }

        throw new InvalidOperationException($"no answer after {RoundsMax} rounds");
    }
}
