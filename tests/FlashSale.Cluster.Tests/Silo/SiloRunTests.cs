using System.Net;
using System.Net.Sockets;
using FlashSale.Dashboard;
using Npgsql;

namespace FlashSale.Cluster.Tests;

/// <summary>What a silo says when it starts, stops, or cannot start.</summary>
public sealed class SiloRunTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_silo_says_what_it_is_where_it_serves_and_how_it_is_stopped()
    {
        await using var silo = new StartedSilo(("Name", "north"));
        var ready = await silo.Ready();
        var url = (string)ready["urls"]![0]!;
        using var client = new HttpClient { BaseAddress = new Uri(url) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.StartsWith("north@", (string)ready["name"]!, StringComparison.Ordinal);
        Assert.Equal(Environment.ProcessId, (int)ready["process"]!);
        Assert.NotEqual(0, (int)ready["gatewayPort"]!);
        var said = silo.Said.Output;
        Assert.StartsWith($"FlashSale silo {Welcome.Version}", said, StringComparison.Ordinal);
        Assert.Contains($"{url}/api/v1", said, StringComparison.Ordinal);
        Assert.Contains($"{url}/ops", said, StringComparison.Ordinal);
        Assert.Contains("metrics", said, StringComparison.Ordinal);
        Assert.Contains("Ctrl-C stops it", said, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Done, await silo.Stop());

        Assert.EndsWith("Stopped: all that was begun is done." + Environment.NewLine, silo.Said.Output,
            StringComparison.Ordinal);
        Assert.False(File.Exists(silo.ReadyPath));
        Assert.Empty(silo.Said.Error);
    }

    [Theory]
    [InlineData("1.0.0+0123456789ab", "1.0.0, commit 0123456789ab")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("1.0.0+", "1.0.0+")]
    public void A_version_names_the_commit_where_it_is_known(string built, string said) =>
        Assert.Equal(said, Welcome.Of(built));

    [Theory]
    [InlineData("Urls")]
    [InlineData("SiloPort")]
    [InlineData("GatewayPort")]
    public async Task A_port_that_is_taken_is_told_in_one_sentence(string setting)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var silo = new StartedSilo(
            (setting, setting == "Urls" ? $"http://127.0.0.1:{port}" : $"{port}"));

        Assert.Equal(ExitCode.Unreachable, await silo.Ended());

        Assert.Contains($"{port}", OneSentence(silo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told_in_one_sentence_without_the_password()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        await using var silo = new StartedSilo(
            ("Cluster", "postgres"),
            ("Connection", $"Host=127.0.0.1;Port={port};Username=me;Password=secret;Database=market"));

        Assert.Equal(ExitCode.Unreachable, await silo.Ended());

        Assert.DoesNotContain("secret", OneSentence(silo), StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_database_that_may_not_be_changed_is_told_in_one_sentence()
    {
        var connection = new NpgsqlConnectionStringBuilder(await (await postgres.Server).CreateDatabase());
        await using (var admin = NpgsqlDataSource.Create(connection.ConnectionString))
        await using (var role = admin.CreateCommand("create role guest login"))
        {
            await role.ExecuteNonQueryAsync();
        }

        connection.Username = "guest";
        await using var silo = new StartedSilo(
            ("Cluster", "postgres"), ("Connection", connection.ConnectionString));

        Assert.Equal(ExitCode.Unreachable, await silo.Ended());

        Assert.Contains("permission denied", OneSentence(silo), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Logs", "/proc/logs")]
    [InlineData("ReadyFile", "/proc/ready.json")]
    public async Task What_cannot_be_written_is_told_in_one_sentence_before_anything_is_served(
        string setting, string path)
    {
        await using var silo = new StartedSilo((setting, path));

        Assert.Equal(ExitCode.Unreachable, await silo.Ended());

        Assert.Contains("/proc/", OneSentence(silo), StringComparison.Ordinal);
        Assert.DoesNotContain("Ready", silo.Said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_is_told_in_one_sentence()
    {
        await using var silo = new StartedSilo(("SilentWithin", "1"));

        Assert.Equal(ExitCode.BadInput, await silo.Ended());

        Assert.Contains("--silent-within", OneSentence(silo), StringComparison.Ordinal);
    }

    private static string OneSentence(StartedSilo silo)
    {
        var line = Assert.Single(silo.Said.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("silo: ", line, StringComparison.Ordinal);
        return line;
    }
}
