using FlashSale.Driver;
using FlashSale.LoadTests;

namespace FlashSale.Cluster.Tests;

public sealed class LoadProgressTests
{
    [Fact]
    public void In_a_pipe_a_line_comes_every_few_seconds_and_on_a_screen_one_line_is_rewritten()
    {
        var (pipe, screen) = (Written(isScreen: false), Written(isScreen: true));

        Assert.Equal(["0:05", "0:10"], pipe.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line[..4]));
        Assert.Equal(10, screen.Split('\r').Length - 1);
        Assert.DoesNotContain('\n', screen);
    }

    [Fact]
    public void The_line_tells_rate_latency_refusals_and_errors()
    {
        Assert.StartsWith(
            "0:05 of 0:12      2/s done of     3/s  p99 ", Written(isScreen: false),
            StringComparison.Ordinal);
        Assert.Contains("refused 5  errors 0", Written(isScreen: false), StringComparison.Ordinal);
    }

    // Three orders a second: two are done, one is sold out.
    private static string Written(bool isScreen)
    {
        var tally = new LoadTally([new PhaseSpan("load", 0, 12)], drainSeconds: 1);
        tally.Plan([.. Enumerable.Repeat(3, 12)]);
        using var error = new StringWriter { NewLine = "\n" };
        var progress = new LoadProgress(error, isScreen, seconds: 12);
        for (var second = 0; second <= 10; second++)
        {
            var at = TimeSpan.FromSeconds(second);
            progress.Show(tally, at);
            progress.Show(tally, at + TimeSpan.FromMilliseconds(1));
            foreach (var reason in new[] { "done", "done", "sold-out" })
            {
                var outcome = reason == "done" ? LoadOutcome.Done : LoadOutcome.Refused;
                var end = new OrderEnd(LoadStep.Pay, outcome, reason);
                tally.Finish(end, at, at, at + TimeSpan.FromMilliseconds(2));
            }
        }

        return error.ToString();
    }
}
