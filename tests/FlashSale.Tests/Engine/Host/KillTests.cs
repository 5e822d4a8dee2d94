using System.Diagnostics;
using System.Globalization;
using FlashSale.Engine;
using Xunit.Abstractions;

namespace FlashSale.Tests.Engine;

/// <summary>Kill −9 of a process that writes, at random moments; FLASHSALE_KILLS sets how often.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int KillsUsually = 5;
    private const int Commands = 100_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("flashsale-kill-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Whatever_was_answered_before_a_kill_is_there_once_after_it()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable("FLASHSALE_KILLS"), out var set) ? set
            : KillsUsually;
        var chance = new SplitMix64(11);
        var answered = new HashSet<int>();
        for (var kill = 0; kill < kills; kill++)
        {
            var after = chance.Below(Commands / 10);
            WriteAndKill(first: kill * Commands, after, answered);
            CheckAll(answered);
            output.WriteLine($"kill {kill + 1}: after {after} answers, {answered.Count} answered in all");
        }

        Assert.NotEmpty(answered);
    }

    private void WriteAndKill(int first, int after, HashSet<int> answered)
    {
        var writer = Path.Combine(AppContext.BaseDirectory, "FlashSale.CrashWriter.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { writer, _folder, first.ToString(CultureInfo.InvariantCulture), $"{Commands}" },
            RedirectStandardOutput = true,
        })!;
        for (var seen = 0; process.StandardOutput.ReadLine() is { } line; seen++)
        {
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var number) && IsWhole(line, number))
            {
                Assert.True(number >= 0, "a checkout was refused");
                answered.Add(number);
            }

            if (seen == after)
            {
                process.Kill(); // SIGKILL; what is in the pipe is still read
            }
        }

        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
    }

    /// <summary>
    /// The last line may be cut off by the kill: all numbers of a round have the same form.
    /// </summary>
    private static bool IsWhole(string line, int number) =>
        line == number.ToString(CultureInfo.InvariantCulture);

    private void CheckAll(HashSet<int> answered)
    {
        using var storage = FolderStorage.ForWriting(_folder);
        using var engine = MarketEngine.Open(storage, new EngineOptions(), new EngineRun.StoppedClock());
        var market = engine.Ask(market => market).AsTask().GetAwaiter().GetResult();

        Assert.All(answered, number => Assert.NotNull(market.View.Order(
            new CheckoutId(new BuyerId(number), 0).Order(0))));
        Assert.True(market.View.Orders.Placed >= answered.Count);
        market.AssertSound();
    }
}
