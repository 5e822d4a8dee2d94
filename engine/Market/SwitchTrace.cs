namespace FlashSale.Engine;

/// <summary>
/// Writes and reads the trace of the degradation switches, which is their whole state (rules CAP-2, IDN-5).
/// </summary>
internal static class SwitchTrace
{
    public static void Save(SwitchBoard board, StateWriter writer)
    {
        writer.Write(board.Trace.Count);
        foreach (var flip in board.Trace)
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

    public static SwitchBoard Load(StateReader reader)
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

        return SwitchBoard.Of(trace);
    }
}
