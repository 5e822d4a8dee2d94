using System.Runtime.InteropServices;

namespace FlashSale.Engine;

/// <summary>First answers beside the rows of their subjects: few orders have any (rule ORD-4).</summary>
internal sealed class FirstAnswers : IBook
{
    private readonly LongIndex _index = new();
    private readonly Table<Row> _rows = new(int.MaxValue);

    /// <inheritdoc/>
    public bool IsEmpty => _rows.Count == 0;

    /// <inheritdoc/>
    public IEnumerable<(string Part, long Bytes)> Bytes => [("first-answers", _index.Bytes + _rows.Bytes)];

    /// <summary>The answer to an act; null if it never took effect, or is told by its subject.</summary>
    public FirstAnswer? Find(long subject, Act act)
    {
        var row = _index.Find(KeyOf(subject, act));
        return row < 0
            ? null
            : new FirstAnswer(act, _rows[row].Contents, Money.FromFen(_rows[row].AmountFen));
    }

    /// <summary>Remembers an answer, in the place of an earlier one to the same act.</summary>
    public void Note(long subject, in FirstAnswer answer)
    {
        var key = KeyOf(subject, answer.Act);
        var row = _index.Find(key);
        if (row < 0)
        {
            row = _rows.Add();
            _index.Set(key, row);
        }

        _rows[row] = new Row { Contents = answer.Contents, AmountFen = answer.Amount.Fen };
    }

    public void Save(StateWriter writer)
    {
        writer.WriteMark("frst");
        _index.Save(writer);
        _rows.Save(writer);
    }

    public void Load(StateReader reader)
    {
        reader.ReadMark("frst");
        _index.Load(reader);
        _rows.Load(reader);
    }

    // Two acts with one hash of 63 bits would be taken for the same one.
    private static long KeyOf(long subject, Act act) =>
        (long)(default(Fingerprint).With(subject).With(act.Packed).Value >> 1);

    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Row
    {
        public long Contents;
        public long AmountFen;
    }
}
