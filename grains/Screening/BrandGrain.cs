namespace FlashSale.Grains;

/// <summary>A brand of the catalogue, as it is stored.</summary>
[GenerateSerializer, Immutable, Alias("flashsale.row.brand")]
internal sealed record BrandState(
    [property: Id(0)] CatalogueBrand Entry, [property: Id(1)] KeyedRequest[] Requests);

/// <summary>A brand of the platform's catalogue (rule LST-2).</summary>
internal sealed class BrandGrain(GrainRoom room)
    : Grain, IBrandGrain, ICommandTurns, ICarries<ListBrand, PublicationResult>
{
    private GrainRows _rows = null!;
    private TrailRows _trail = null!;
    private BrandState _state = null!;

    private RowKey Key => new(RowKind.Brand, this.GetPrimaryKeyLong());

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _rows = room.RowsOf(this);
        _trail = new TrailRows(_rows);
        _state = await _rows.Load<BrandState>(Key) ?? new BrandState(default, []);
    }

    public Task<Answer> Do(PackedCommand command) => CommandDispatch<BrandGrain>.Do(this, command);

    public async Task<PublicationResult> Do(ListBrand command)
    {
        var request = KeyedRequest.Of<ListBrand, PublicationResult>(command);
        var past = RequestMemory.Answer(_state.Requests, request, PublicationResult.IdReused);
        if ((past ?? PublicationProcess.Refuse(command)) is { } answer)
        {
            return answer;
        }

        var (entry, trace) = (PublicationProcess.EntryOf(command), await _trail.Next(command, room.Now));
        var isNew = entry != _state.Entry;
        _trail.Put(isNew ? trace : null);
        if (isNew || !request.Id.IsNone)
        {
            _state = new BrandState(entry, RequestMemory.With(_state.Requests, request));
            _rows.Put(Key, _state);
            await _rows.Save();
        }

        return PublicationResult.Done;
    }

    public Task<CatalogueBrand> Find() => Task.FromResult(_state.Entry);
}
