namespace FlashSale.Engine;

/// <summary>What listings are like, as far as their stores said so (rule LST-1).</summary>
internal sealed class AttributeBook : IBook
{
    private readonly SortedDictionary<int, ListingAttributes> _attributes = [];

    /// <inheritdoc/>
    public bool IsEmpty => _attributes.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // texts of stores, in no table

    /// <summary>What a listing is like; none if its store said nothing.</summary>
    public ListingAttributes Of(ListingId id) => _attributes.GetValueOrDefault(id.Value);

    /// <summary>Notes what a new listing is like.</summary>
    public void Note(ListingId id, ListingAttributes attributes)
    {
        if (!attributes.IsNone)
        {
            _attributes[id.Value] = attributes;
        }
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("attr");
        writer.Write(_attributes.Count);
        foreach (var (listing, attributes) in _attributes)
        {
            writer.Write(listing);
            writer.WriteText(attributes.Stored!); // those without any are not here
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("attr");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            var listing = reader.Read<int>();
            _attributes[listing] = ListingAttributes.OfStored(
                reader.ReadText(), $"Listing {listing} of a snapshot");
        }
    }
}
