namespace FlashSale.Grains;

/// <summary>The appeals that reviewers took on one day, as they are stored.</summary>
[GenerateSerializer, Alias("flashsale.row.review-day")]
internal sealed class ReviewDayState
{
    /// <summary>The day, as <see cref="ChinaTime.DayOf"/> counts.</summary>
    [Id(0)]
    public int Day { get; set; }

    /// <summary>The appeals: seller and number of the case.</summary>
    [Id(1)]
    public List<(int Seller, int Number)> Taken { get; set; } = [];
}

/// <summary>The reviewers of appeals, and what they did today (rule TRU-8).</summary>
internal sealed class ReviewGrain(GrainRoom room) : Grain, IReviewGrain
{
    private static readonly RowKey Key = new(RowKind.ReviewDay, 0);

    private GrainRows _rows = null!;
    private ReviewDayState _state = null!;

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _state = await _rows.Load<ReviewDayState>(Key) ?? new ReviewDayState();
    }

    public async Task<bool> Take(CaseId appeal)
    {
        var (now, name) = (room.Now, (appeal.Seller.Value, appeal.Number));
        if (_state.Day == ChinaTime.DayOf(now) && _state.Taken.Contains(name))
        {
            return true;
        }

        if (new ReviewDay(_state.Day, _state.Taken.Count).Take(now, room.Policy.Trust) is not { } day)
        {
            return false;
        }

        _state = _state.Day == day.Day ? _state : new ReviewDayState { Day = day.Day };
        _state.Taken.Add(name);
        _rows.Put(Key, _state);
        await _rows.Save();
        return true;
    }
}
