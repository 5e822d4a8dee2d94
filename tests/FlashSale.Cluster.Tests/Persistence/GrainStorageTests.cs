using Orleans.Storage;

namespace FlashSale.Cluster.Tests;

/// <summary>What every grain may expect of the default storage, wherever a silo keeps its rows.</summary>
public sealed class GrainStorageTests(StateSilos silos) : IClassFixture<StateSilos>
{
    [Theory, Stores, PostgresStore]
    public async Task A_state_that_was_never_written_is_absent_and_empty(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "absent");

        var read = await Read(storage, id);
        await storage.ClearStateAsync("note", id, read);

        Assert.False(read.RecordExists);
        Assert.Null(read.ETag);
        Assert.Null(read.State!.Text);
        Assert.False((await Read(storage, id)).RecordExists);
    }

    [Theory, Stores, PostgresStore]
    public async Task What_was_written_is_read_with_the_tag_of_the_last_write(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "written");
        var state = new GrainState<Note>(new Note { Text = "one" });

        await storage.WriteStateAsync("note", id, state);
        var first = state.ETag;
        state.State!.Text = "two, with 双十一";
        await storage.WriteStateAsync("note", id, state);
        var read = await Read(storage, id);

        Assert.True(state.RecordExists && read.RecordExists);
        Assert.NotEqual(first, state.ETag);
        Assert.Equal(state.ETag, read.ETag);
        Assert.Equal("two, with 双十一", read.State!.Text);
    }

    [Theory, Stores, PostgresStore]
    public async Task A_write_or_a_clear_with_an_old_tag_is_refused_and_changes_nothing(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "stale");
        await storage.WriteStateAsync("note", id, new GrainState<Note>(new Note { Text = "one" }));
        var (mine, stale) = (await Read(storage, id), await Read(storage, id));
        mine.State!.Text = "mine";
        await storage.WriteStateAsync("note", id, mine);

        stale.State!.Text = "stale";
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("note", id, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.ClearStateAsync("note", id, stale));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("note", id, new GrainState<Note>(new Note { Text = "new" })));

        Assert.Equal("mine", (await Read(storage, id)).State!.Text);
    }

    [Theory, Stores, PostgresStore]
    public async Task Of_writers_side_by_side_with_one_tag_one_wins(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "race");

        var wins = await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            try
            {
                await storage.WriteStateAsync(
                    "note", id, new GrainState<Note>(new Note { Text = $"{writer}" }));
                return 1;
            }
            catch (InconsistentStateException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, wins.Sum());
    }

    [Theory, Stores, PostgresStore]
    public async Task A_cleared_state_is_absent_and_a_tag_from_before_is_of_no_use(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "cleared");
        var state = new GrainState<Note>(new Note { Text = "one" });
        await storage.WriteStateAsync("note", id, state);
        var before = await Read(storage, id);

        await storage.ClearStateAsync("note", id, state);
        var cleared = await Read(storage, id);
        cleared.State!.Text = "two";
        await storage.WriteStateAsync("note", id, cleared);

        Assert.False(state.RecordExists);
        Assert.Null(state.State!.Text);
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("note", id, before));
        Assert.Equal("two", (await Read(storage, id)).State!.Text);
    }

    [Theory, Stores, PostgresStore]
    public async Task States_are_told_by_their_names_and_by_type_and_key_of_their_grains(StoreKind kind)
    {
        var storage = (await silos.Of(kind)).Storage;
        var key = Guid.Parse("5f0e8c2a-0000-0000-0000-000000000007");
        (string Name, GrainId Id)[] states =
        [
            ("note", GrainId.Parse("kettle/7")), ("note", GrainId.Parse("teapot/7")),
            ("other", GrainId.Parse("kettle/7")), ("note", GrainId.Parse("kettle/8")),
            ("note", GrainId.Parse("kettle/7+lid")), ("note", GrainId.Parse("kettle/红")),
            ("note", GrainId.Create(GrainType.Create("kettle"), GrainIdKeyExtensions.CreateGuidKey(key))),
        ];

        foreach (var (name, id) in states)
        {
            await storage.WriteStateAsync(name, id, new GrainState<Note>(new Note { Text = $"{name}{id}" }));
        }

        foreach (var (name, id) in states)
        {
            Assert.Equal($"{name}{id}", (await Read(storage, id, name)).State!.Text);
        }
    }

    [Theory, Stores, PostgresStore]
    public async Task A_name_or_a_key_that_is_too_long_is_refused(StoreKind kind)
    {
        var storage = (await silos.Of(kind)).Storage;
        var state = new GrainState<Note>(new Note());

        await Assert.ThrowsAsync<ArgumentException>(() => storage.WriteStateAsync(
            new string('n', GrainStateName.LengthMax), GrainId.Parse("kettle/7"), state));
        await Assert.ThrowsAsync<ArgumentException>(() => storage.WriteStateAsync(
            "note", GrainId.Parse($"kettle/{new string('k', GrainStateName.KeyLengthMax + 1)}"), state));
    }

    [Theory, Stores, PostgresStore]
    public async Task A_user_s_grain_finds_its_state_again_after_the_silo_was_restarted(StoreKind kind)
    {
        await using var silo = await StateSilo.Start(kind, silos.Postgres);
        await silo.Grains.GetGrain<INoteGrain>("kept").Write("kept");
        await silo.Grains.GetGrain<INoteGrain>("cleared").Write("cleared");
        await silo.Grains.GetGrain<INoteGrain>("cleared").Clear();

        await silo.Restart();

        Assert.Equal("kept", await silo.Grains.GetGrain<INoteGrain>("kept").Read());
        Assert.Null(await silo.Grains.GetGrain<INoteGrain>("cleared").Read());
        await silo.Grains.GetGrain<INoteGrain>("kept").Write("written again");
        Assert.Equal("written again", await silo.Grains.GetGrain<INoteGrain>("kept").Read());
    }

    [Theory, Stores, PostgresStore]
    public async Task A_user_s_grain_that_was_overtaken_is_told_so_and_then_reads_again(StoreKind kind)
    {
        var silo = await silos.Of(kind);
        var grain = silo.Grains.GetGrain<INoteGrain>("overtaken");
        await grain.Write("mine");
        var theirs = await Read(silo.Storage, grain.GetGrainId());
        theirs.State!.Text = "theirs";
        await silo.Storage.WriteStateAsync("note", grain.GetGrainId(), theirs);

        await Assert.ThrowsAsync<InconsistentStateException>(() => grain.Write("mine again"));

        Assert.Equal("theirs", await grain.Read());
    }

    [Theory, Stores]
    public async Task A_state_that_no_row_can_hold_is_refused(StoreKind kind)
    {
        var (storage, id) = await Of(kind, "large");
        var large = new Note { Text = new string('x', RowGrainStorage.StateBytesMax) };

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => storage.WriteStateAsync("note", id, new GrainState<Note>(large)));

        Assert.Contains("at most", refusal.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task A_silo_that_was_declared_dead_can_write_no_state()
    {
        await using var silo = await StateSilo.Start(StoreKind.Postgres, silos.Postgres);
        var (storage, id) = (silo.Storage, silo.Grains.GetGrain<INoteGrain>("fenced").GetGrainId());
        var state = new GrainState<Note>(new Note { Text = "before" });
        await storage.WriteStateAsync("note", id, state);

        await ((ISiloFence)silo.Rows).Fence(silo.Name);
        state.State!.Text = "after";

        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.WriteStateAsync("note", id, state));
        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync(
            "other", id, new GrainState<Note>(new Note { Text = "new" })));
        await Assert.ThrowsAsync<InconsistentStateException>(
            () => storage.ClearStateAsync("note", id, state));
        await silo.Restart();
        Assert.Equal("before", (await Read(silo.Storage, id)).State!.Text);
        Assert.False((await Read(silo.Storage, id, "other")).RecordExists);
    }

    [PostgresFact]
    public async Task While_the_database_is_away_a_state_is_refused_by_a_fault_that_can_travel()
    {
        var postgres = new PostgresFixture();
        await using var server = await postgres.Server;
        await using var silo = await StateSilo.Start(StoreKind.Postgres, postgres);
        var id = silo.Grains.GetGrain<INoteGrain>("away").GetGrainId();
        var state = new GrainState<Note>(new Note { Text = "before" });
        await silo.Storage.WriteStateAsync("note", id, state);

        await server.Stop();
        await Assert.ThrowsAsync<GrainFaultException>(() => silo.Storage.WriteStateAsync("note", id, state));
        await Assert.ThrowsAsync<GrainFaultException>(() => Read(silo.Storage, id));
        await Assert.ThrowsAsync<GrainFaultException>(() => silo.Storage.ClearStateAsync("note", id, state));
        await server.Restart();

        var read = await Shop.Answered(() => new ValueTask<GrainState<Note>>(Read(silo.Storage, id)));
        Assert.Equal("before", read.State!.Text);
    }

    private static async Task<GrainState<Note>> Read(IGrainStorage storage, GrainId id, string name = "note")
    {
        var state = new GrainState<Note>();
        await storage.ReadStateAsync(name, id, state);
        return state;
    }

    private async Task<(IGrainStorage Storage, GrainId Id)> Of(StoreKind kind, string key)
    {
        var silo = await silos.Of(kind);
        return (silo.Storage, silo.Grains.GetGrain<INoteGrain>(key).GetGrainId());
    }
}
