using System.Net;
using Microsoft.Extensions.Configuration;
using Serilog.Events;

namespace FlashSale.Cluster.Tests;

/// <summary>What may be said about a silo, and what a wrong word is answered.</summary>
public sealed class SiloSettingsTests
{
    private const string Connection = "Host=127.0.0.1;Username=market;Password=secret";

    [Fact]
    public void A_silo_that_is_told_nothing_keeps_its_rows_in_a_folder()
    {
        var options = Read().Options!;

        Assert.Equal(ClusterKind.Sqlite, options.Cluster);
        Assert.Equal(StreamKind.Memory, options.Streams);
        Assert.Equal("market", Path.GetFileName(options.Folder));
        Assert.Equal(IPAddress.Loopback, options.Address);
        Assert.All(options.Urls, url => Assert.True(url.IsLoopback));
        Assert.Null(options.Keys);
    }

    [Fact]
    public void A_cluster_on_a_database_sends_its_events_through_it()
    {
        var options = Read(("Cluster", "postgres"), ("Connection", Connection)).Options!;

        Assert.Equal(ClusterKind.Postgres, options.Cluster);
        Assert.Equal(StreamKind.Database, options.Streams);
    }

    [Theory]
    [InlineData("Cluster", "oracle", "--cluster (Silo:Cluster): «oracle» is wrong; allowed: sqlite, ")]
    [InlineData("SiloPort", "65536", "--silo-port (Silo:SiloPort): «65536» is wrong; allowed: 0 to 65535")]
    [InlineData("GatewayPort", "-1", "--gateway-port (Silo:GatewayPort): «-1» is wrong; allowed: 0 to")]
    [InlineData("ClusterId", "two words", "--cluster-id (Silo:ClusterId): «two words» is wrong; allowed: 1")]
    [InlineData("Address", "0.0.0.0", "--address (Silo:Address): «0.0.0.0» is wrong; allowed: an IP address")]
    [InlineData("Urls", "http://10.0.0.1:80", "--urls (Silo:Urls): «http://10.0.0.1:80» is wrong; allowed:")]
    [InlineData("Urls", "https://127.0.0.1", "--urls (Silo:Urls): «https://127.0.0.1» is wrong; allowed:")]
    [InlineData("Streams", "database", "--streams (Silo:Streams): «database» is wrong; allowed: memory, or")]
    [InlineData("DrainWithin", "soon", "--drain-within (Silo:DrainWithin): «soon» is wrong; allowed: 1 to")]
    [InlineData("IdleWithin", "60", "--idle-within (Silo:IdleWithin): «60» is wrong; allowed: 70 to 86400")]
    [InlineData("Policy", "none.yaml", "--policy (Silo:Policy): there is no file none.yaml; allowed: a file")]
    [InlineData("TrustLoopback", "yes", "--trust-loopback (Silo:TrustLoopback): «yes» is wrong; allowed")]
    [InlineData("TrustLoopback", "true", "--trust-loopback (Silo:TrustLoopback): «true» is wrong; allowed")]
    [InlineData("StudySlots", "many", "--study-slots (Silo:StudySlots): «many» is wrong; allowed: 0 to 256")]
    [InlineData("ApiKey", "short", "Silo:ApiKey: a key has 16 to 256 characters")]
    [InlineData("Name", "two words", "--name (Silo:Name): «two words» is wrong; allowed: 1 to 100 letters")]
    [InlineData("LogLevels", "Orleans=loud", "--log-levels (Silo:LogLevels): «Orleans=loud» is wrong; allow")]
    [InlineData("LogLevels", "Debug", "--log-levels (Silo:LogLevels): «Debug» is wrong; allowed: CATEGORY")]
    [InlineData("Connection", Connection, "--connection (Silo:Connection): it is of no use; allowed:")]
    public void A_wrong_setting_is_refused_with_its_name_and_what_is_allowed(
        string name, string value, string message)
    {
        var reading = Read((name, value));

        Assert.Null(reading.Options);
        Assert.StartsWith(message, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Levels_of_logs_stand_in_the_section_of_every_program_or_in_the_silos_own_which_wins()
    {
        var levels = SiloOptionsReading.Of(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Error",
                ["Logging:LogLevel:Orleans.Runtime"] = "Information",
                ["Silo:LogLevels"] = "Orleans.Runtime=Debug; FlashSale=None",
            }).Build()).Options!.LogLevels;

        Assert.Equal(LogEventLevel.Error, levels.Others);
        Assert.Equal(LogEventLevel.Debug, levels.ByCategory["Orleans.Runtime"]);
        Assert.True(levels.ByCategory["FlashSale"] > LogEventLevel.Fatal);
    }

    [Theory]
    [InlineData("Serilog:MinimumLevel:Default", "Debug", "Serilog: nothing reads this section any more")]
    [InlineData("Logging:LogLevel:Orleans", "loud", "Logging:LogLevel:Orleans: «loud» is wrong; allowed: Tr")]
    public void A_level_that_nothing_would_follow_is_refused(string key, string value, string message)
    {
        var reading = SiloOptionsReading.Of(new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [key] = value }).Build());

        Assert.StartsWith(message, Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cluster_without_its_database_is_refused()
    {
        var reading = Read(("Cluster", "postgres"));

        Assert.StartsWith(
            "--connection (Silo:Connection): it is missing", Assert.Single(reading.Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_message_shows_a_password()
    {
        var reading = Read(("Cluster", "postgres"), ("Connection", Connection + ";Colour=red"));

        Assert.DoesNotContain("secret", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once()
    {
        var reading = Read(("SiloPort", "x"), ("GatewayPort", "y"), ("Streams", "z"));

        Assert.Equal(3, reading.Problems.Count);
    }

    [Fact]
    public void Other_machines_are_served_only_with_keys()
    {
        var keys = (("ApiKey", "a key of buyers and sellers"), ("OperatorKey", "a key of operators"));

        var options = Read(("Urls", "http://10.0.0.1:80"), keys.Item1, keys.Item2).Options!;

        Assert.NotNull(options.Keys);
        Assert.False(options.TrustsLoopback);
        Assert.True(Read(("TrustLoopback", "yes"), keys.Item1, keys.Item2).Options!.TrustsLoopback);
        Assert.Equal("10.0.0.1", Assert.Single(options.Urls).Host);
    }

    [Theory]
    [InlineData("Policy")]
    [InlineData("Alerts")]
    public void A_file_that_is_no_utf8_is_refused_with_its_place(string name)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. "#\n"u8, 0xBB, 0xAA]);

            Assert.Contains(
                "2:1: the file is not UTF-8", Assert.Single(Read((name, file)).Problems),
                StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_scenario_to_fill_the_market_from_is_utf8()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, [.. "name: t\n"u8, 0xBB, 0xAA]);

            var (market, problems) = SeedScenario.Read(file, new Policy());

            Assert.Null(market);
            Assert.Contains("2:1: the file is not UTF-8", Assert.Single(problems), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Metrics_alone_may_have_an_address_of_their_own()
    {
        var reading = SiloOptionsReading.Of(new ConfigurationBuilder().AddInMemoryCollection(
            [new("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://localhost:4318/metrics")]).Build());

        Assert.Equal("http://localhost:4318/metrics", reading.Options!.Collector!.AbsoluteUri);
    }

    [Fact]
    public void Every_setting_stands_in_the_guide()
    {
        var guide = File.ReadAllText(Path.Combine(Root(), "docs", "guides", "cluster.md"));

        Assert.All(SiloSettings.All, setting =>
            Assert.Contains($"`{setting.Key}`", guide, StringComparison.Ordinal));
        Assert.All(SiloSettings.All, setting =>
            Assert.Contains(setting.Option, guide, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "FlashSale.sln")))
        {
            at = at.Parent!;
        }

        return at.FullName;
    }

    private static SiloOptionsReading Read(params (string Name, string Value)[] settings) =>
        SiloOptionsReading.Of(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(one =>
                KeyValuePair.Create<string, string?>($"Silo:{one.Name}", one.Value)))
            .Build());
}
