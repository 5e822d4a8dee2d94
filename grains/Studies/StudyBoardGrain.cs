namespace FlashSale.Grains;

/// <summary>The studies that are open, kept by Orleans, and the slots as silos told them last.</summary>
internal sealed class StudyBoardGrain(
    [PersistentState("open-studies")] IPersistentState<OpenStudies> state, GrainRoom room)
    : Grain, IStudyBoardGrain
{
    private static readonly TimeSpan SilentAfter = TimeSpan.FromSeconds(15);

    private readonly SortedDictionary<string, (SlotStanding Slots, DateTimeOffset At)> _slots =
        new(StringComparer.Ordinal);

    private KeptState<OpenStudies> _kept = null!;

    private string[] Studies => _kept.Value?.Ids ?? [];

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _kept = room.StateOf(this, state);
        return Task.CompletedTask;
    }

    public async Task<PostResult> Put(string study)
    {
        if (Studies.Contains(study))
        {
            return PostResult.Posted;
        }

        if (Studies.Length >= StudyLimits.StudiesMax)
        {
            return PostResult.TooManyStudies;
        }

        await _kept.Save(new OpenStudies { Ids = [.. Studies, study] });
        return PostResult.Posted;
    }

    public Task Remove(string study) => Studies.Contains(study)
        ? _kept.Save(new OpenStudies { Ids = [.. Studies.Where(one => one != study)] })
        : Task.CompletedTask;

    public Task<string[]> Exchange(SlotStanding slots)
    {
        _slots[slots.Silo] = (slots, room.Now);
        return Task.FromResult(Studies);
    }

    public Task<BoardStanding> Look()
    {
        foreach (var silo in _slots.Where(one => room.Now - one.Value.At > SilentAfter).ToArray())
        {
            _slots.Remove(silo.Key);
        }

        return Task.FromResult(new BoardStanding(Studies, [.. _slots.Values.Select(one => one.Slots)]));
    }
}

/// <summary>The studies that are open, as they are stored.</summary>
[GenerateSerializer, Alias("flashsale.row.open-studies")]
internal sealed record OpenStudies
{
    /// <summary>Their ids, the oldest first.</summary>
    [Id(0)]
    public string[] Ids { get; init; } = [];
}
