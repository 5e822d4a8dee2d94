using Npgsql;

namespace FlashSale.Cluster.Tests;

/// <summary>How a silo brings its database to the schema that it needs.</summary>
public sealed class OrleansSchemaTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const string One = "CREATE TABLE drawer (socks integer NOT NULL)";
    private const string Two = "INSERT INTO drawer VALUES (2)";

    [PostgresFact]
    public async Task Silos_that_start_side_by_side_apply_each_script_once()
    {
        await using var database = NpgsqlDataSource.Create(await NewDatabase());

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            OrleansSchema.Apply(database, [new SchemaPart("drawer", [One, Two])])));

        Assert.Equal(1L, await Scalar(database, "SELECT count(*) FROM drawer"));
    }

    [PostgresFact]
    public async Task A_newer_program_adds_what_an_older_one_had_not()
    {
        await using var database = NpgsqlDataSource.Create(await NewDatabase());

        await OrleansSchema.Apply(database, [new SchemaPart("drawer", [One])]);
        await OrleansSchema.Apply(database, [new SchemaPart("drawer", [One, Two])]);

        Assert.Equal(1L, await Scalar(database, "SELECT count(*) FROM drawer"));
        Assert.Equal(2, await Scalar(database, "SELECT version FROM schema_version"));
    }

    [PostgresFact]
    public async Task An_older_program_refuses_a_newer_database()
    {
        await using var database = NpgsqlDataSource.Create(await NewDatabase());
        await OrleansSchema.Apply(database, [new SchemaPart("drawer", [One, Two])]);

        var refusal = await Assert.ThrowsAsync<SchemaTooNewException>(() =>
            OrleansSchema.Apply(database, [new SchemaPart("drawer", [One])]));

        Assert.Contains("drawer", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_script_that_fails_leaves_nothing_behind()
    {
        await using var database = NpgsqlDataSource.Create(await NewDatabase());

        await Assert.ThrowsAsync<PostgresException>(() =>
            OrleansSchema.Apply(database, [new SchemaPart("drawer", [One, "nonsense"])]));

        Assert.Equal(DBNull.Value, await Scalar(database, "SELECT to_regclass('drawer')::text"));
    }

    private static async Task<object?> Scalar(NpgsqlDataSource database, string text)
    {
        await using var command = database.CreateCommand(text);
        return await command.ExecuteScalarAsync();
    }

    private async Task<string> NewDatabase() => await (await postgres.Server).CreateDatabase();
}
