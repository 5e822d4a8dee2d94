using System.Globalization;
using FlashSale.Dashboard;
using FlashSale.Simulator;

namespace FlashSale.Tests.Client;

// Options that are each in range may be too much together: that is said before anything starts.
public sealed class DriveBoundsTests : IDisposable
{
    private const string Nobody = "http://127.0.0.1:1";
    private const int Rounds = 60;

    private readonly TestTerminal _terminal = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flashsale-");

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("--rate 1000000 --duration 21600", "are too many; allowed: at most 1,000,000,000 orders in")]
    [InlineData("--duration 21600 --peak 10000000", "are too many; allowed: at most 1,000,000,000 orders")]
    [InlineData("--curve two.csv --peak 10000000", "are too many; allowed: at most 1,000,000,000 orders")]
    [InlineData("--curve month.csv --peak 20000", "s long; allowed: 1 to 21,600 s: a higher --speed")]
    [InlineData("ramp.yaml", "the load of ramp.yaml: 21,602,500,000 orders")]
    [InlineData("--curve toohigh.csv", "toohigh.csv:2:3: «200000000» is too much; allowed: at most")]
    [InlineData("--find-peak --rate 1e7 --duration 21600", "--rate 10000000 with --duration 21600: 216,0")]
    [InlineData("--rate 10000000 --duration 90 --warm-up 21600", "its warm-up included")]
    [InlineData("--rate 1000 --duration 100 --buyers 5", "at most 64 orders of a buyer")]
    [InlineData("--rate 10 --duration 10 --buyers 16000000", "fewer --buyers, or a smaller --scale")]
    [InlineData("--rate 10 --duration 10 --scale 1", "a smaller --scale")]
    [InlineData("--rate 0.05 --duration 5", "there are no orders: up to 0.05 a second make 0.25 in 5 s")]
    [InlineData("--curve quiet.csv --duration 3", "there are no orders in 3 s of quiet.csv from 0 s on;")]
    [InlineData("--curve quiet.csv --from 7", "--from 7 is after the end of quiet.csv; allowed: less than 7")]
    [InlineData("--find-peak --rate 0.01 --duration 5", "there are no orders")]
    [InlineData("nothing.yaml", "there are no orders: up to 0.001 a second")]
    public void Too_much_or_nothing_at_all_is_refused_with_what_is_allowed(string args, string problem)
    {
        Assert.Equal(ExitCode.BadInput, Drive(args.Split(' ')));

        var said = _terminal.Error.Replace(_folder.FullName + "/", "", StringComparison.Ordinal);
        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_combined_is_driven_or_refused_and_never_breaks()
    {
        var seed = ulong.Parse(
            Environment.GetEnvironmentVariable("FLASHSALE_TEST_SEED") ?? "1", CultureInfo.InvariantCulture);
        var draws = Draws.For(seed, 0, 1);
        for (var round = 0; round < Rounds; round++)
        {
            List<string> args = [];
            foreach (var (name, values) in Combined)
            {
                var at = (int)(draws.Unit() * (values.Length + 2));
                if (at < values.Length)
                {
                    args.AddRange(name.Length > 0 ? [name, values[at]] : [values[at]]);
                }
            }

            var code = Drive([.. args]);

            Assert.True(
                code is ExitCode.BadInput or ExitCode.Unreachable,
                $"drive {string.Join(' ', args)} (seed {seed}) ends with {code}");
        }
    }

    private static (string Name, string[] Values)[] Combined =>
    [
        ("", ["ramp.yaml", "--find-peak", "nothing.yaml"]),
        ("--curve", ["two.csv", "month.csv", "quiet.csv", "toohigh.csv"]),
        ("--rate", ["0.001", "1", "1e7"]),
        ("--peak", ["0.001", "20000", "10000000"]),
        ("--speed", ["0.001", "3600", "100000"]),
        ("--duration", ["1", "60", "21600"]),
        ("--warm-up", ["0", "21600"]),
        ("--from", ["0", "599", "8639999"]),
        ("--buyers", ["1", "16000000"]),
        ("--in-flight", ["1", "1048576"]),
    ];

    private ExitCode Drive(params string[] args)
    {
        File.WriteAllText(In("two.csv"), "hour,orders\n0,100\n1,200\n");
        File.WriteAllText(In("month.csv"), "date,orders\n2020-02-01,100\n2020-02-29,200\n");
        File.WriteAllText(In("toohigh.csv"), "second,rate\n0,200000000\n");
        File.WriteAllText(In("quiet.csv"), "second,rate\n0,0\n5,40\n6,0\n");
        File.WriteAllText(In("ramp.yaml"), Scenario("{shape: constant, peak: 1e6, duration: 6h}"));
        File.WriteAllText(In("nothing.yaml"), Scenario("{shape: constant, peak: 0.001, duration: 10s}"));
        return _terminal.Run([
            "drive", "--url", Nobody, "--out", In("out"),
            .. args.Select(one => one.EndsWith(".csv", StringComparison.Ordinal)
                || one.EndsWith(".yaml", StringComparison.Ordinal) ? In(one) : one),
        ]);
    }

    private static string Scenario(string load) =>
        "name: r\nfestival: {year: 2018, gmvYuan: 2e11, averageOrderYuan: 2e2, peakOrdersPerSecond: 491e3}\n"
        + $"load: {load}\n";

    private string In(string name) => Path.Combine(_folder.FullName, name);
}
