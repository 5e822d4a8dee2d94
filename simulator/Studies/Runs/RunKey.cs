using System.Security.Cryptography;
using System.Text;
using FlashSale.Engine;

namespace FlashSale.Simulator;

/// <summary>
/// The name of a run: the hash of all that decides it, so that equal names are equal results on any machine.
/// </summary>
public static class RunKey
{
    // Another form of what is kept of a run, or of the name itself, is another number here.
    private const string Format = "flashsale-run-1";
    private const string PastFormat = "flashsale-past-1";

    /// <summary>The hash of the code that decides a run: the rules, the engine, the simulator.</summary>
    /// <remarks>
    /// The command around them decides nothing; a commit that changes only that keeps all names.
    /// </remarks>
    public static string Code { get; } = Hash(string.Join('\n',
        new[] { typeof(Money), typeof(Market), typeof(Simulation) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N"))));

    /// <summary>The name of a run.</summary>
    /// <param name="code">The hash of the code.</param>
    /// <param name="scenario">The scenario, with seed and scale; what it is calibrated to follows from
    /// it.</param>
    /// <param name="horizon">The moment after which the run stops; null for its end.</param>
    /// <param name="past">The past that it goes on from; null if it begins with its own opening.</param>
    public static string Of(string code, IStudiedScenario scenario, TimeSpan? horizon, RunPast? past = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var stop = horizon is { } moment ? FileWords.Of(moment) : "end";
        var from = past is null ? "" : $"\n{past.Key}";
        return Hash($"{Format}\n{code}\n{scenario.Hash}\n{stop}{from}");
    }

    /// <summary>The name of a past: a scenario's run up to a moment.</summary>
    internal static string OfPast(string code, IStudiedScenario scenario, TimeSpan at) =>
        Hash($"{PastFormat}\n{code}\n{scenario.Hash}\n{FileWords.Of(at)}");

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
