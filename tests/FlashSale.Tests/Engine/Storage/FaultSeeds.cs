using System.Globalization;
using System.Runtime.CompilerServices;

namespace FlashSale.Tests.Engine;

/// <summary>
/// Runs a test over seeds; when one fails, the message says what to type to run that one again.
/// </summary>
/// <remarks>FLASHSALE_FAULT_SEEDS sets how many seeds, FLASHSALE_FAULT_SEED runs one only.</remarks>
internal static class FaultSeeds
{
    private const string HowMany = "FLASHSALE_FAULT_SEEDS";
    private const string OnlyOne = "FLASHSALE_FAULT_SEED";

    /// <summary>Runs a story for each seed; it returns what went wrong, or null.</summary>
    public static void All(
        int usually, Type tests, Func<ulong, string?> story, [CallerMemberName] string test = "")
    {
        foreach (var seed in Seeds(usually))
        {
            string? wrong;
            try
            {
                wrong = story(seed);
            }
            catch (Exception bug)
            {
                wrong = "unhandled: " + bug;
            }

            Assert.True(wrong is null, $"{wrong}\nTo repeat: {Command(seed, tests, test)}");
        }
    }

    /// <summary>The command that repeats a seed of a test.</summary>
    public static string Command(ulong seed, Type tests, string test) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OnlyOne}={seed} dotnet test tests/FlashSale.Tests "
        + $"--filter FullyQualifiedName={tests.FullName}.{test}");

    private static IEnumerable<ulong> Seeds(int usually)
    {
        if (Number(OnlyOne) is { } seed)
        {
            return [seed];
        }

        var count = Number(HowMany) is { } wanted ? (int)wanted : usually;
        return Enumerable.Range(1, count).Select(number => (ulong)number);
    }

    private static ulong? Number(string variable) =>
        ulong.TryParse(
            Environment.GetEnvironmentVariable(variable),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number)
            ? number
            : null;
}
