namespace FlashSale.Engine;

/// <summary>
/// On which lists identities stand, and which were given with the same account or device (IDN-2, IDN-4).
/// </summary>
internal sealed class IdentityBook : IBook
{
    private readonly SortedDictionary<long, IdentityListing> _listed = [];
    private readonly SortedDictionary<long, List<long>> _links = []; // identities, by account or device

    /// <inheritdoc/>
    public bool IsEmpty => _listed.Count + _links.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a few numbers for each application

    /// <summary>On which list an identity stands.</summary>
    public IdentityListing ListingOf(IdentityId id) => _listed.GetValueOrDefault(id.Value);

    /// <summary>Puts an identity on a list, or takes it off; false if it stands so already.</summary>
    public bool List(IdentityId id, IdentityListing listing)
    {
        if (ListingOf(id) == listing)
        {
            return false;
        }

        _listed[id.Value] = listing;
        if (listing == IdentityListing.None)
        {
            _listed.Remove(id.Value);
        }

        return true;
    }

    /// <summary>What the lists say of an application.</summary>
    public IdentityLinks LinksOf(in ApplyForCertificate command) => new(
        ListingOf(command.Identity), HasBarred(command.Account) || HasBarred(command.Device));

    /// <summary>Remembers what was given together.</summary>
    public void Link(in ApplyForCertificate command)
    {
        Link(command.Account, command.Identity);
        Link(command.Device, command.Identity);
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("iden");
        writer.Write(_listed.Count);
        foreach (var (id, listing) in _listed)
        {
            writer.Write(id);
            writer.Write((byte)listing);
        }

        writer.Write(_links.Count);
        foreach (var (id, identities) in _links)
        {
            writer.Write(id);
            writer.WriteSpan<long>(identities.ToArray());
        }
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("iden");
        for (var left = reader.Read<int>(); left > 0; left--)
        {
            _listed[reader.Read<long>()] = (IdentityListing)reader.Read<byte>();
        }

        for (var left = reader.Read<int>(); left > 0; left--)
        {
            _links[reader.Read<long>()] = [.. reader.ReadSpan<long>()];
        }
    }

    private bool HasBarred(IdentityId link) => _links.TryGetValue(link.Value, out var identities)
        && identities.Exists(id => ListingOf(new IdentityId(id)) == IdentityListing.Black);

    private void Link(IdentityId link, IdentityId identity)
    {
        if (!_links.TryGetValue(link.Value, out var identities))
        {
            _links[link.Value] = identities = [];
        }

        if (!identities.Contains(identity.Value) && identities.Count < IdentityLinks.LinksMax)
        {
            identities.Add(identity.Value);
        }
    }
}
