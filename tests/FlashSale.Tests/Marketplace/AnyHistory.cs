using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace FlashSale.Tests;

/// <summary>Generated histories: what holds for the examples must hold for any sequence of steps.</summary>
/// <remarks>
/// The seed is fixed, so that a failure is there again in the next run; FLASHSALE_TEST_SEED tries another
/// one. A failing history is made shorter by leaving out steps, as long as it still fails.
/// </remarks>
internal static class AnyHistory
{
    private const string SeedVariable = "FLASHSALE_TEST_SEED";

    private static readonly ulong Seed = ulong.Parse(
        Environment.GetEnvironmentVariable(SeedVariable) ?? "20181111", CultureInfo.InvariantCulture);

    /// <summary>Checks a claim, with assertions, about any sequence of steps.</summary>
    public static void Holds<TStep>(
        Gen<TStep> step, Action<IReadOnlyList<TStep>> claim, int histories = 200, int stepsMax = 100)
    {
        var steps = from length in Gen.Choose(0, stepsMax)
                    from all in step.ArrayOf(length)
                    select all;
        var config = Config.QuickThrowOnFailure.WithMaxTest(histories).WithQuietOnSuccess(true).WithReplay(
            FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
        try
        {
            Check.One(config, Prop.ForAll(Arb.From(steps, Shorter), history => claim(history)));
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                $"Repeat with {SeedVariable}={Seed} dotnet test tests/FlashSale.Tests. {failure.Message}",
                failure);
        }
    }

    private static IEnumerable<TStep[]> Shorter<TStep>(TStep[] history)
    {
        for (var cut = history.Length / 2; cut > 0; cut /= 2)
        {
            for (var from = 0; from + cut <= history.Length; from += cut)
            {
                yield return [.. history[..from], .. history[(from + cut)..]];
            }
        }
    }
}
