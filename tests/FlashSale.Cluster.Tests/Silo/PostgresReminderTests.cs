namespace FlashSale.Cluster.Tests;

/// <summary>Our statements under Orleans' reminder provider, on a real PostgreSQL.</summary>
public sealed class PostgresReminderTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly DateTime Noon = new(2020, 11, 11, 12, 0, 0, DateTimeKind.Utc);

    [PostgresFact]
    public async Task A_reminder_is_read_as_it_was_written_and_each_write_gives_a_new_tag()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var reminder = Reminder("sweep/1", "due", TimeSpan.FromDays(40));

        var first = await providers.Reminders.UpsertRow(reminder);
        var second = await providers.Reminders.UpsertRow(reminder);
        var seen = await providers.Reminders.ReadRow(reminder.GrainId, "due");

        Assert.NotEqual(first, second);
        Assert.Equal(second, seen!.ETag);
        Assert.Equal(reminder.GrainId, seen.GrainId);
        Assert.Equal(reminder.StartAt, seen.StartAt);
        Assert.Equal(reminder.Period, seen.Period);
        Assert.Null(await providers.Reminders.ReadRow(reminder.GrainId, "other"));
    }

    [PostgresFact]
    public async Task A_reminder_is_removed_only_by_its_newest_tag()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var reminder = Reminder("sweep/1", "due");
        var old = await providers.Reminders.UpsertRow(reminder);
        var now = await providers.Reminders.UpsertRow(reminder);

        Assert.False(await providers.Reminders.RemoveRow(reminder.GrainId, "due", old!));
        Assert.True(await providers.Reminders.RemoveRow(reminder.GrainId, "due", now!));
        Assert.False(await providers.Reminders.RemoveRow(reminder.GrainId, "due", now!));
    }

    [PostgresFact]
    public async Task A_grain_has_all_its_reminders_and_no_others()
    {
        using var providers = await Providers.Over(await NewDatabase());
        await providers.Reminders.UpsertRow(Reminder("sweep/1", "due"));
        await providers.Reminders.UpsertRow(Reminder("sweep/1", "late"));
        await providers.Reminders.UpsertRow(Reminder("sweep/2", "due"));

        var own = await providers.Reminders.ReadRows(GrainId.Parse("sweep/1"));

        Assert.Equal(["due", "late"], own.Reminders.Select(one => one.ReminderName).Order());
    }

    [PostgresFact]
    public async Task Every_reminder_lies_in_one_of_the_ranges_that_make_up_the_ring()
    {
        using var providers = await Providers.Over(await NewDatabase());
        var grains = Enumerable.Range(1, 50).Select(one => $"sweep/{one}").ToList();
        foreach (var grain in grains)
        {
            await providers.Reminders.UpsertRow(Reminder(grain, "due"));
        }

        uint[] cuts = [5, 1 << 30, 0x8000_0000, 0xF000_0000];
        var found = new List<string>();
        for (var at = 0; at < cuts.Length; at++)
        {
            var (begin, end) = (cuts[at], cuts[(at + 1) % cuts.Length]);
            var range = await providers.Reminders.ReadRows(begin, end);
            Assert.All(range.Reminders, one =>
                Assert.True(IsIn(one.GrainId.GetUniformHashCode(), begin, end)));
            found.AddRange(range.Reminders.Select(one => one.GrainId.ToString()));
        }

        Assert.Equal(grains.Order(), found.Order());
        Assert.Equal(50, (await providers.Reminders.ReadRows(7, 7)).Reminders.Count);
    }

    private static bool IsIn(uint hash, uint begin, uint end) =>
        begin < end ? hash > begin && hash <= end : hash > begin || hash <= end;

    private static ReminderEntry Reminder(string grain, string name, TimeSpan? period = null) => new()
    {
        GrainId = GrainId.Parse(grain),
        ReminderName = name,
        StartAt = Noon,
        Period = period ?? TimeSpan.FromMinutes(1),
    };

    private async Task<string> NewDatabase() => await (await postgres.Server).CreateDatabase();
}
