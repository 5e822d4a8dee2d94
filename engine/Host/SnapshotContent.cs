namespace FlashSale.Engine;

/// <summary>
/// What a snapshot holds: the policy, then the market's state, then what the host knows beside it.
/// </summary>
internal static class SnapshotContent
{
    private const string Published = "publ"; // since searches rank by age; a snapshot of before ends here

    public static void Write(Stream stream, Market market)
    {
        var writer = new StateWriter(stream);
        writer.WriteText(PolicyText.Write(market.Policy)); // later ones are in the state
        market.Save(writer);
        writer.WriteMark(Published);
        PublishedMoments.Save(market, writer);
    }

    public static Market Read(Stream stream, MarketSize size)
    {
        var reader = new StateReader(stream);
        var market = Market.Load(reader, PolicyText.Read(reader.ReadText()), size);
        if (reader.TryReadMark(Published))
        {
            PublishedMoments.Load(market, reader);
        }

        return market;
    }
}
