namespace FlashSale.Engine;

/// <summary>Transfers by their id, with a short hash of their contents (rule ORD-4).</summary>
internal sealed class TransferBook : IBook
{
    private readonly LongIndex _marks = new();

    /// <summary>Transfers that were carried out.</summary>
    public int Count => _marks.Count;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("transfers", _marks.Bytes)];

    /// <summary>The hash of a transfer; −1 if none was carried out under this id.</summary>
    public int Find(long transfer) => _marks.Find(transfer);

    /// <summary>Notes a transfer that was carried out.</summary>
    public void Note(long transfer, int mark) => _marks.Set(transfer, mark);

    public void Save(StateWriter writer) => _marks.Save(writer);

    public void Load(StateReader reader) => _marks.Load(reader);
}
