namespace FlashSale.Engine;

/// <summary>The degradation switches: their trace is their whole state (rules CAP-2, IDN-5).</summary>
internal sealed class SwitchBook : IBook
{
    /// <summary>The switches.</summary>
    public SwitchBoard Board { get; private set; } = new();

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => []; // a few flips of a person

    public void Save(StateWriter writer)
    {
        writer.Write(Board.Trace.Count);
        foreach (var flip in Board.Trace)
        {
            writer.Write(flip.Number);
            writer.Write((byte)flip.Switch);
            writer.Write((byte)(flip.On ? 1 : 0));
            writer.WriteText(flip.Who);
            writer.WriteText(flip.Why);
            writer.Write(flip.Since.ToUnixTimeMilliseconds());
            writer.Write(flip.Until?.ToUnixTimeMilliseconds() ?? 0);
        }
    }

    public void Load(StateReader reader)
    {
        var trace = new SwitchFlip[reader.Read<int>()];
        for (var at = 0; at < trace.Length; at++)
        {
            trace[at] = new SwitchFlip(
                reader.Read<long>(),
                (Switch)reader.Read<byte>(),
                reader.Read<byte>() == 1,
                reader.ReadText(),
                reader.ReadText(),
                DateTimeOffset.FromUnixTimeMilliseconds(reader.Read<long>()),
                reader.Read<long>() is > 0 and var until ? DateTimeOffset.FromUnixTimeMilliseconds(until)
                    : null);
        }

        Board = SwitchBoard.Of(trace);
    }
}
