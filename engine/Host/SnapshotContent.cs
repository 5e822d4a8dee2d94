namespace FlashSale.Engine;

/// <summary>What a snapshot holds: the policy, then the market's state.</summary>
internal static class SnapshotContent
{
    public static void Write(Stream stream, Market market)
    {
        var writer = new StateWriter(stream);
        writer.WriteText(PolicyText.Write(market.Policy)); // later ones are in the state
        market.Save(writer);
    }

    public static Market Read(Stream stream, MarketSize size)
    {
        var reader = new StateReader(stream);
        return Market.Load(reader, PolicyText.Read(reader.ReadText()), size);
    }
}
