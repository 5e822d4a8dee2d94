namespace FlashSale.Cluster.Tests;

/// <summary>One server for many tests, started when the first of them asks for it.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly Lazy<Task<PostgresServer>> _server = new(PostgresServer.Start);

    /// <summary>The server; tests that stop or kill it start one of their own.</summary>
    public Task<PostgresServer> Server => _server.Value;

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_server.IsValueCreated)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
